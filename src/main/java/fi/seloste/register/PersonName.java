package fi.seloste.register;

import fi.seloste.base.Problem;
import org.jspecify.annotations.Nullable;

/** A name as it is shown, and its parts where they are known or can be guessed. */
public record PersonName(
        String shown, @Nullable String given, @Nullable String family) {

    /** The last word is taken for the family name: right for Finnish, Swedish and English names, and correctable. */
    public static PersonName of(String text) {
        var shown = clean(text);
        if (shown.isEmpty()) {
            throw Problem.invalid("name", "register.name.missing");
        }
        var comma = shown.indexOf(',');
        if (comma > 0 && comma < shown.length() - 1) {
            return of(shown.substring(comma + 1), shown.substring(0, comma));
        }
        var last = shown.lastIndexOf(' ');
        return last < 0
                ? new PersonName(shown, null, shown)
                : new PersonName(shown, shown.substring(0, last), shown.substring(last + 1));
    }

    public static PersonName of(@Nullable String given, @Nullable String family) {
        var first = clean(given == null ? "" : given);
        var last = clean(family == null ? "" : family);
        if (first.isEmpty() && last.isEmpty()) {
            throw Problem.invalid("name", "register.name.missing");
        }
        return new PersonName(
                (first + " " + last).strip(), first.isEmpty() ? null : first, last.isEmpty() ? null : last);
    }

    /** As lists sort it: family name first. */
    public String sorted() {
        if (given == null || family == null) {
            return shown;
        }
        return family + " " + given;
    }

    private static String clean(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
