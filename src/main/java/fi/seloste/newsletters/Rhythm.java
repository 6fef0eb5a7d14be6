package fi.seloste.newsletters;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.Arrays;
import java.util.Locale;

/** How often somebody wants a newsletter at most. */
public enum Rhythm {
    EACH,
    MONTHLY,
    QUARTERLY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Rhythm of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("rhythm", "newsletters.rhythm.unknown", Shortened.of(code)));
    }
}
