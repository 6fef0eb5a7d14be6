package fi.seloste.disclosures;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What an authority got. */
public enum Decision {
    /** All that it asked for. */
    GIVEN,
    /** Less than that: the law it named does not carry the rest. */
    PART,
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Decision of(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("decision", "disclosures.decision.unknown", code));
    }
}
