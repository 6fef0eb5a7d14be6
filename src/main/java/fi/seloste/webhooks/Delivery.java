package fi.seloste.webhooks;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that a webhook is told. The id of what it happened to is forgotten as soon as it is told. */
public record Delivery(UUID id, Happening event, Instant at, Course course) {

    /** {@code answer} is a status of HTTP or the code of a trouble. */
    public record Course(
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Instant endedAt,
            @Nullable Outcome outcome,
            @Nullable String answer) {}

    public enum Outcome {
        DELIVERED,
        /** The purpose of the webhook does not see whom it happened to. */
        WITHHELD,
        /** The receiver says that this is not for it (4xx). */
        REFUSED,
        GIVEN_UP;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public String state() {
        var outcome = course.outcome();
        return outcome == null ? (course.attempts() == 0 ? "waiting" : "again") : outcome.code();
    }

    /** As it is about to be sent. */
    record Due(UUID id, UUID webhook, Happening event, UUID object, Instant at, int attempts) {}
}
