package fi.seloste.doors;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often a token or an address may come. These buckets keep a flood from the database, so they live in the process; what must hold
 * across nodes (guessing passwords) is counted in the database by the sign-in itself.
 */
@Component
class Limits {

    private static final int REMEMBERED = 50_000;

    private final long perToken;
    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new Remembered());

    Limits(@Value("${seloste.api.calls-per-second:200}") long perToken) {
        // The contract promises programs at least a hundred.
        this.perToken = Math.max(100, perToken);
    }

    /** Seconds to wait, 0 to go on. */
    long ofToken(UUID token) {
        return take("token " + token, () -> bucket(2 * perToken, perToken));
    }

    /** Public pages that are only read. */
    long ofReading(String address) {
        return take("read " + address, () -> bucket(1_000, 300));
    }

    /** Public forms: a person fills in one at a time. */
    long ofSending(String address) {
        return take("send " + address, () -> bucket(60, 1));
    }

    /** What other sites and programs send on behalf of many, unless the door names its own rate. */
    long ofIntake(String address) {
        return take("intake " + address, () -> bucket(200, 20));
    }

    long ofDoor(String door, String address, int perSecond) {
        return take(door + " " + address, () -> bucket(2L * perSecond, perSecond));
    }

    private long take(String key, Supplier<Bucket> made) {
        var probe = buckets.computeIfAbsent(key, k -> made.get()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    private static Bucket bucket(long burst, long perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private static final class Remembered extends LinkedHashMap<String, Bucket> {

        Remembered() {
            super(1024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    }
}
