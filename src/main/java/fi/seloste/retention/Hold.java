package fi.seloste.retention;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A duty that stops removal until a day: of one person, of everybody at an organisation, or of a whole category. */
public record Hold(
        UUID id,
        Target target,
        String reason,
        LocalDate untilOn,
        Made made,
        @Nullable Instant liftedAt) {

    /** What is held; one of the three. */
    public record Target(
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            @Nullable String category) {

        public static Target of(PersonId person) {
            return new Target(person, null, null);
        }

        public static Target of(OrganisationId organisation) {
            return new Target(null, organisation, null);
        }

        public static Target ofCategory(String category) {
            return new Target(null, null, category);
        }

        public String kind() {
            return person != null ? "person" : organisation != null ? "organisation" : "category";
        }
    }

    public record Made(Instant at, String byName) {}
}
