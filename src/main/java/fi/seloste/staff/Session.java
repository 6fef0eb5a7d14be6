package fi.seloste.staff;

import fi.seloste.base.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One browser that is signed in, or that has shown the first of two factors. */
public record Session(UUID sessionId, AccountId account, String csrf, How how, boolean awaitsFactor, Life life) {

    /** A working day without a touch ends a session, and so does the second night. */
    static final Duration IDLE = Duration.ofHours(8);

    static final Duration LONGEST = Duration.ofHours(36);

    /** For the second factor one has as long as it takes to find the telephone. */
    static final Duration FOR_FACTOR = Duration.ofMinutes(10);

    /** By what somebody signed in. */
    public enum How {
        PASSWORD,
        PASSKEY,
        LINK,
        DIRECTORY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static How of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** When it began, was last used, and ends at the latest. */
    public record Life(
            Instant createdAt,
            Instant seenAt,
            Instant expiresAt,
            @Nullable Instant factorAt) {}

    boolean isOver(Instant now) {
        return !now.isBefore(life.expiresAt()) || !now.isBefore(life.seenAt().plus(IDLE));
    }

    /** A session is touched once a minute: a write for each click would cost more than it tells. */
    boolean wantsTouch(Instant now) {
        return now.isAfter(life.seenAt().plusSeconds(60));
    }
}
