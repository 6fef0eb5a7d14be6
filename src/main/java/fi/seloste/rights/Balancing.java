package fi.seloste.rights;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an objection was weighed. Art. 21(1): "The controller shall no longer process the personal data unless the controller demonstrates
 * compelling legitimate grounds for the processing which override the interests, rights and freedoms of the data subject or for the
 * establishment, exercise or defence of legal claims." So only the second outcome needs reasons.
 */
record Balancing(Outcome outcome, @Nullable String reasons, Instant madeAt) {

    enum Outcome {
        UPHELD,
        OVERRIDDEN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("outcome", "rights.balancing.unknown", Shortened.of(code)));
        }
    }
}
