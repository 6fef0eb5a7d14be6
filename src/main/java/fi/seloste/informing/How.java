package fi.seloste.informing;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Locale;

/** How a person came to know, or which exemption of Art. 14(5) holds. */
public enum How {
    /** By the letter that this module writes. */
    LETTER,
    /** By telephone, on paper or face to face; a note says how. */
    OTHERWISE,
    /** Art. 14(5)(a): "the data subject already has the information"; a note says from where. */
    KNOWN,
    /** Art. 14(5)(b): impossible or a disproportionate effort; a note says why. Marketing stays shut. */
    DISPROPORTIONATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static How of(String code) {
        return Arrays.stream(values())
                .filter(how -> how.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("how", "informing.how.unknown", code));
    }

    /** Whoever knows may be written to; of whom it would be too much to tell may not. */
    boolean opensMarketing() {
        return this != DISPROPORTIONATE;
    }
}
