package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contact person of a customer or a prospect. */
public record Person(
        PersonId id,
        int version,
        Standing standing,
        PersonName name,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String language,
        @Nullable Owner owner,
        Origin origin,
        Informing informing,
        @Nullable Instant lastActAt,
        Instant createdAt,
        Instant changedAt) {

    /** Why a person whom we found elsewhere concerns us, and the Art. 14 clock. */
    public record Informing(
            @Nullable String roleReason,
            @Nullable LocalDate by,
            @Nullable Instant doneAt) {}

    /** The value of a field as its history writes it. */
    public @Nullable String value(PersonField field) {
        return switch (field) {
            case NAME -> name.shown();
            case GIVEN_NAME -> name.given();
            case FAMILY_NAME -> name.family();
            case JOB_TITLE -> jobTitle;
            case DEPARTMENT -> department;
            case LANGUAGE -> language;
            case OWNER -> owner == null ? null : owner.id().toString();
            case ROLE_REASON -> informing.roleReason();
            case SOURCE_DETAIL -> origin.detail();
        };
    }

    // What others hear of, in the transaction in which it happens.

    public record Added(PersonId person, Source source) {}

    public record Changed(PersonId person, Set<String> fields) {}

    /** The one that is gone stays as an alias; its rows belong to the one that is kept. */
    public record Merged(PersonId kept, PersonId gone) {}

    /** The merge was undone: the other is a person of its own again. */
    public record Parted(PersonId kept, PersonId other) {}

    public record Banned(PersonId person, String reason) {}

    public record BanLifted(PersonId person) {}

    /** From now on only stored (Art. 18(2)). */
    public record Restricted(PersonId person) {}

    /** The restriction ended. */
    public record Released(PersonId person) {}

    /** A change of job: the same person at another organisation. */
    public record Moved(PersonId person, OrganisationId from, OrganisationId to) {}
}
