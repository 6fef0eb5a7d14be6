package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person in a list; which of this is shown is the page's choice. */
public record PersonRow(
        PersonId id,
        String name,
        @Nullable String jobTitle,
        @Nullable Employer employer,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Owner owner,
        @Nullable String language,
        Source source,
        Standing standing,
        List<String> tags,
        @Nullable Instant lastActAt,
        Instant changedAt) {

    /** The present organisation; the newest where there are several. */
    public record Employer(OrganisationId id, String name, Set<Affiliation.Role> roles) {}
}
