package fi.seloste.disclosures;

import fi.seloste.base.Day;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody typed or a program sent, read strictly: what is too long, missing or no day is refused by the name of its field. */
final class Typed {

    private Typed() {}

    static String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    static @Nullable String maybe(String field, @Nullable String value, Length most) {
        var text = most.checked(field, shown(value));
        return text.isEmpty() ? null : text;
    }

    static String needed(String field, @Nullable String value, Length most) {
        var text = maybe(field, value, most);
        if (text == null) {
            throw Problem.invalid(field, "disclosures.missing");
        }
        return text;
    }

    static @Nullable LocalDate day(String field, @Nullable String value) {
        return shown(value).isEmpty() ? null : Day.parse(field, shown(value));
    }

    static LocalDate neededDay(String field, @Nullable String value) {
        var day = day(field, value);
        if (day == null) {
            throw Problem.invalid(field, "disclosures.missing");
        }
        return day;
    }
}
