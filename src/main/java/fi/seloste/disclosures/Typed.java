package fi.seloste.disclosures;

import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody typed, read strictly: too much, too little and what is no day are refused by the name of the field. */
final class Typed {

    static final int LINE = 300;
    static final int WORDS = 10_000;

    private Typed() {}

    static String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").replace("\0", "").strip();
    }

    static @Nullable String maybe(String field, @Nullable String value, int most) {
        var text = shown(value);
        if (text.length() > most) {
            throw Problem.invalid(field, "disclosures.tooLong", most);
        }
        return text.isEmpty() ? null : text;
    }

    static String needed(String field, @Nullable String value, int most) {
        var text = maybe(field, value, most);
        if (text == null) {
            throw Problem.invalid(field, "disclosures.missing");
        }
        return text;
    }

    static @Nullable LocalDate day(String field, @Nullable String value) {
        var text = shown(value);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var day = text.length() == 10 ? LocalDate.parse(text) : null;
            if (day != null && day.getYear() > 1900) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below, like a day of another age
        }
        throw Problem.invalid(field, "disclosures.day.malformed", text.length() > 40 ? text.substring(0, 40) : text);
    }

    static LocalDate neededDay(String field, @Nullable String value) {
        var day = day(field, value);
        if (day == null) {
            throw Problem.invalid(field, "disclosures.missing");
        }
        return day;
    }
}
