package fi.seloste.register;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person in a list as programs read it; the fields that a single person has too bear the same names. */
@Schema(name = "PersonInList")
record PersonRowJson(
        UUID id,
        String name,
        @Nullable String title,
        List<String> emails,
        List<String> phones,
        List<PersonJson.EmployerJson> organisations,
        @Nullable Owner owner,
        @Nullable String language,
        String source,
        boolean marketingBan,
        boolean restricted,
        boolean informed,
        List<String> tags,
        @Nullable Instant lastActAt,
        Instant changedAt) {

    static PersonRowJson of(PersonRow row, RowParts.Parts parts) {
        return new PersonRowJson(
                row.id().value(),
                row.name(),
                row.jobTitle(),
                parts.emails(),
                parts.phones(),
                parts.posts().stream().map(PersonJson::employer).toList(),
                row.owner(),
                row.language(),
                row.source().code(),
                row.standing().isBanned(),
                row.standing().isRestricted(),
                !row.standing().isUninformed(),
                row.tags(),
                row.lastActAt(),
                row.changedAt());
    }
}
