package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation in a list. */
public record OrganisationRow(
        OrganisationId id,
        String name,
        Organisation.Numbers numbers,
        Organisation.Reach reach,
        @Nullable String segment,
        @Nullable Owner owner,
        List<String> tags,
        Instant changedAt) {}
