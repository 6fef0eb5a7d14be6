package fi.seloste.cards;

import fi.seloste.base.PhoneNumber;
import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of the history as people read them: numbers in groups, names in the place of codes. */
public final class Spoken {

    private Spoken() {}

    public static String value(String field, @Nullable String value, Map<UUID, String> names, Locale language) {
        if (value == null) {
            return "";
        }
        return switch (field) {
            case "phone" -> phone(value);
            case "language" -> Locale.of(value).getDisplayLanguage(language);
            case "owner" -> Objects.requireNonNullElse(names.get(UUID.fromString(value)), "–");
            default -> value;
        };
    }

    public static boolean isDay(@Nullable String value) {
        return value != null && value.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    public static LocalDate day(String value) {
        return LocalDate.parse(value);
    }

    // What an import kept as it was written is shown as it was written.
    private static String phone(String value) {
        try {
            return PhoneNumber.parse(value).display();
        } catch (Problem e) {
            return value;
        }
    }
}
