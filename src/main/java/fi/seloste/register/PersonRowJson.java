package fi.seloste.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person in a list as programs read it; the fields that a single person has too bear the same names. */
record PersonRowJson(
        UUID id,
        String name,
        @Nullable String title,
        List<String> emails,
        List<String> phones,
        List<Employer> organisations,
        @Nullable Owner owner,
        @Nullable String language,
        String source,
        boolean marketingBan,
        boolean restricted,
        boolean informed,
        List<String> tags,
        @Nullable Instant lastActAt,
        Instant changedAt) {

    record Employer(UUID id, String name, List<String> roles) {}

    static PersonRowJson of(PersonRow row) {
        var employer = row.employer();
        return new PersonRowJson(
                row.id().value(),
                row.name(),
                row.jobTitle(),
                row.email() == null ? List.of() : List.of(row.email()),
                row.phone() == null ? List.of() : List.of(row.phone()),
                employer == null ? List.of() : List.of(employer(employer)),
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

    private static Employer employer(PersonRow.Employer employer) {
        return new Employer(
                employer.id().value(),
                employer.name(),
                employer.roles().stream().map(Affiliation.Role::code).sorted().toList());
    }
}
