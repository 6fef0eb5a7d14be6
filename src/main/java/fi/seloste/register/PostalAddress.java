package fi.seloste.register;

import fi.seloste.base.Length;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A postal address; the country is its ISO 3166 code. */
public record PostalAddress(UUID id, Lines lines, Source source) {

    public record Lines(
            @Nullable String label,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            String country) {

        /** Asked of what is written, not of what is read. */
        void mustFit() {
            fits("label", label);
            fits("street", street);
            fits("postalCode", postalCode);
            fits("city", city);
            fits("country", country);
        }

        private static void fits(String field, @Nullable String text) {
            if (text != null) {
                Length.NAME.checked(field, text);
            }
        }

        /** On one line, as the history keeps it. */
        public String shown() {
            var shown = new StringBuilder();
            if (street != null) {
                shown.append(street);
            }
            if (postalCode != null || city != null) {
                shown.append(shown.isEmpty() ? "" : ", ")
                        .append(((postalCode == null ? "" : postalCode) + " " + (city == null ? "" : city)).strip());
            }
            return shown.append(shown.isEmpty() ? "" : ", ").append(country).toString();
        }
    }
}
