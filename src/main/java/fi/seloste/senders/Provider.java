package fi.seloste.senders;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service that takes mail to many upon itself and tells by calls what came back. */
public enum Provider {
    /** Amazon SES, by way of SNS. */
    SES(Map.of()),
    POSTMARK(Map.of("X-PM-Metadata-seloste", "%s")),
    MAILGUN(Map.of("X-Mailgun-Variables", "{\"seloste\":\"%s\"}"));

    private final Map<String, String> marks;

    Provider(Map<String, String> marks) {
        this.marks = marks;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Provider of(@Nullable String code) {
        return code == null || code.isEmpty()
                ? null
                : Arrays.stream(values())
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("provider", "senders.provider.unknown", code));
    }

    /** The headers by which it gives a token back with what it tells. */
    Map<String, String> marks(String token) {
        return marks.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().formatted(token)));
    }
}
