package fi.seloste.intake;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Days as exports write them: 2026-03-01, 20260301, 1.3.2026, 3/1/2026 and the serial number of a spreadsheet, each with or without
 * a time. With strokes the month comes first, as in the United States, unless only the day can.
 */
final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ,].*)?");
    private static final Pattern BARE = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:T.*)?");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?:[ ,T].*)?");
    private static final Pattern STROKED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:[ ,T].*)?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,]\\d+)?");

    /** Day 60 of a spreadsheet is 29 February 1900, which never was: hence the day before the first. */
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);

    private Dates() {}

    static LocalDate parse(String text) {
        try {
            var date = read(text.strip());
            if (date.getYear() >= 1900 && date.getYear() <= 2100) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Problem.invalid("date", "value.date.malformed", Shortened.of(text));
    }

    static boolean isDate(String text) {
        try {
            parse(text);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    private static LocalDate read(String text) {
        for (var form : new Pattern[] {ISO, BARE}) {
            var matcher = form.matcher(text);
            if (matcher.matches()) {
                return date(matcher.group(1), matcher.group(2), matcher.group(3));
            }
        }
        var dotted = DOTTED.matcher(text);
        if (dotted.matches()) {
            return date(dotted.group(3), dotted.group(2), dotted.group(1));
        }
        var stroked = STROKED.matcher(text);
        if (stroked.matches()) {
            var dayFirst = Integer.parseInt(stroked.group(1)) > 12;
            return date(stroked.group(3), stroked.group(dayFirst ? 2 : 1), stroked.group(dayFirst ? 1 : 2));
        }
        var serial = SERIAL.matcher(text);
        if (serial.matches()) {
            return SERIAL_START.plusDays(Integer.parseInt(serial.group(1)));
        }
        throw new DateTimeException(text);
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
