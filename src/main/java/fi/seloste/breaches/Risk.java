package fi.seloste.breaches;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Locale;

/** How likely a breach harms people, which decides who must be told. */
public enum Risk {
    /** Art. 33(1): "unlikely to result in a risk to the rights and freedoms of natural persons": kept here, told to nobody. */
    NONE,
    /** The authority is told. */
    SOME,
    /** Art. 34(1): "likely to result in a high risk": the people concerned are told too. */
    HIGH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Risk of(String code) {
        return Arrays.stream(values())
                .filter(risk -> risk.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("risk", "breaches.risk.unknown", code));
    }
}
