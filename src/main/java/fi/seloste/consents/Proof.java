package fi.seloste.consents;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What shows that somebody consented. Art. 7(1): "the controller shall be able to demonstrate that the data subject has consented". A code
 * that came back from the address shows it by itself; everything else only together with where it can be seen, or who heard it.
 */
public record Proof(Kind kind, @Nullable String note) {

    public enum Kind {
        DOUBLE_OPT_IN,
        SIGNED,
        MESSAGE,
        NOTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(
                            "proof",
                            "consents.proof.unknown",
                            Shortened.of(code),
                            Arrays.stream(values()).map(Kind::code).collect(Collectors.joining(", "))));
        }
    }

    public Proof {
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /** Fit to be kept: what does not show itself says where it can be seen. */
    void mustShow() {
        if (note == null && kind != Kind.DOUBLE_OPT_IN) {
            throw Problem.invalid("proofNote", "consents.proof.missing");
        }
        if (note != null) {
            Length.LINE.checked("proofNote", note);
        }
    }
}
