package fi.seloste.intake;

import java.util.Locale;
import java.util.Set;

/** A name as the file tells it, whole and in its two parts; parts that cannot be told are empty. */
public record PersonName(String full, String given, String family) {

    static final PersonName NONE = new PersonName("", "", "");

    private static final Set<String> PARTICLES =
            Set.of("von", "af", "de", "van", "der", "den", "la", "le", "di", "da", "zu", "del", "al", "el");

    static PersonName of(String full, String given, String family) {
        if (!given.isEmpty() || !family.isEmpty()) {
            var both = (given + " " + family).strip();
            return given.isEmpty() || family.isEmpty()
                    ? halved(full.isEmpty() ? both : full, given, family)
                    : new PersonName(both, given, family);
        }
        return full.isEmpty() ? NONE : split(full);
    }

    private static PersonName halved(String full, String given, String family) {
        return new PersonName(full, given, family);
    }

    /** "Koskinen, Ada" and "Ada Koskinen"; a family name may begin with a particle: "Ludwig van Beethoven". */
    private static PersonName split(String full) {
        var comma = full.indexOf(',');
        if (comma > 0 && full.indexOf(',', comma + 1) < 0) {
            var family = full.substring(0, comma).strip();
            var given = full.substring(comma + 1).strip();
            return given.isEmpty()
                    ? new PersonName(family, "", "")
                    : new PersonName(given + " " + family, given, family);
        }
        var words = full.split(" ");
        if (words.length < 2) {
            return new PersonName(full, "", "");
        }
        var start = words.length - 1;
        while (start > 1 && PARTICLES.contains(words[start - 1].toLowerCase(Locale.ROOT))) {
            start--;
        }
        return new PersonName(
                full,
                String.join(" ", java.util.Arrays.copyOfRange(words, 0, start)),
                String.join(" ", java.util.Arrays.copyOfRange(words, start, words.length)));
    }

    public boolean isEmpty() {
        return full.isEmpty();
    }

    PersonName or(PersonName other) {
        return isEmpty() || family.isEmpty() && !other.family.isEmpty() ? other.isEmpty() ? this : other : this;
    }
}
