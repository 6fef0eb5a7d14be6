package fi.seloste.base;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads a day as programs and date fields write it: four digits of year, from the year 1 on. */
public final class Day {

    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Day() {}

    public static LocalDate parse(String field, String text) {
        var written = text.strip();
        try {
            if (WRITTEN.matcher(written).matches() && !written.startsWith("0000")) {
                return LocalDate.parse(written);
            }
        } catch (DateTimeException e) {
            // told below: there is no 30 February
        }
        throw Problem.invalid(field, "value.day.malformed", Shortened.of(text));
    }
}
