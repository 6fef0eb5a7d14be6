package fi.seloste.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who receives data (GDPR Art. 13(1)(e) and (f)). One that is not in use is known but gets nothing, and the notice leaves it out. */
public record Recipient(String id, Role role, boolean inUse, Wording wording, Scope scope, Place place) {

    public enum Role implements Coded {
        PROCESSOR,
        CONTROLLER,
        AUTHORITY,
        /** A system of the controller's own, named because people want to know where their data are. */
        OWN;

        @Override
        public String kind() {
            return "role";
        }
    }

    /** GDPR Chapter V: what makes a transfer outside the European Economic Area lawful. */
    public enum Safeguard implements Coded {
        ADEQUACY("eu-gdpr:A45-3"),
        STANDARD_CLAUSES("eu-gdpr:A46-2-c"),
        BINDING_RULES("eu-gdpr:A46-2-b");

        private final String term;

        Safeguard(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }

        @Override
        public String kind() {
            return "safeguard";
        }
    }

    public record Wording(Text name, Text does) {}

    public record Scope(List<String> purposes, List<String> categories) {}

    public record Place(
            @Nullable String country,
            @Nullable Safeguard safeguard,
            @Nullable LocalDate agreement,
            @Nullable String website) {}

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    public boolean isOutsideEea() {
        return place.country() != null && !EEA.contains(place.country());
    }
}
