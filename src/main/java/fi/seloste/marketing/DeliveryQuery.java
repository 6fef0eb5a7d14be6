package fi.seloste.marketing;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which messages of a campaign are listed: those that left, the newest first, or those that came to something else. */
enum DeliveryQuery {
    LEFT("sent", "bounced", "complained"),
    WAITING("waiting"),
    BOUNCED("bounced"),
    COMPLAINED("complained"),
    FAILED("failed"),
    SKIPPED("skipped");

    private final List<String> states;

    DeliveryQuery(String... states) {
        this.states = List.of(states);
    }

    static DeliveryQuery of(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return LEFT;
        }
        return Arrays.stream(values())
                .filter(one -> one.code().equals(asked.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "state",
                        "campaigns.delivery.unknown",
                        Shortened.of(asked),
                        Arrays.stream(values()).map(DeliveryQuery::code).collect(Collectors.joining(", "))));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As words of SQL, so that the database sees which of its indexes fits. */
    String states() {
        return states.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", "));
    }
}
