package fi.seloste.base;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes UUIDv7 (RFC 9562): they sort by time, and a restored backup never gives one out twice. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Milliseconds and a counter of 12 bits below them. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** Two ids of this process never tie, so what was made later sorts later (RFC 9562, 6.2, method 1). */
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((stamp >>> 12) << 16) | 0x7000 | (stamp & 0x0FFF);
        return new UUID(high, (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    /** An id as a program wrote it into a field. */
    public static UUID parse(String field, String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, "value.id.malformed", Shortened.of(text));
        }
    }
}
