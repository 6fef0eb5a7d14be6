package fi.seloste.doors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many forms come through a door a minute, as this process sees it, and how much work that makes it ask for: twice as much for twice as
 * many. A flood has to pay for itself; somebody who is alone notices nothing.
 */
@Component
class Rush {

    /** About thirty thousand hashes: a tenth of a second. */
    static final int FEWEST_BITS = 15;
    /** About two million: some seconds. More would shut people with old telephones out. */
    static final int MOST_BITS = 21;

    private static final int CALM = 30;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private final Clock clock;

    Rush(Clock clock) {
        this.clock = clock;
    }

    private record Minute(Instant since, int before, int now) {

        Minute at(Instant moment) {
            if (moment.isBefore(since.minus(WINDOW))) {
                return new Minute(moment, 0, 0); // the clock was set back, and a rush would last until then
            }
            if (moment.isBefore(since.plus(WINDOW))) {
                return this;
            }
            boolean next = moment.isBefore(since.plus(WINDOW.multipliedBy(2)));
            return new Minute(moment, next ? now : 0, 0);
        }

        Minute more() {
            return new Minute(since, before, now + 1);
        }
    }

    void came(String door) {
        var moment = clock.instant();
        minutes.compute(
                door,
                (name, minute) -> minute == null
                        ? new Minute(moment, 0, 1)
                        : minute.at(moment).more());
    }

    int bits(String door) {
        var known = minutes.get(door);
        if (known == null) {
            return FEWEST_BITS;
        }
        var minute = known.at(clock.instant());
        int came = Math.max(minute.before(), minute.now());
        int doublings = came <= CALM ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros((came - 1) / CALM);
        return Math.min(MOST_BITS, FEWEST_BITS + doublings);
    }

    /** Seconds that a form without work must have been open: what the work costs a program, patience costs a person. */
    int patience(int bits) {
        return 10 << ((bits - FEWEST_BITS) / 2);
    }
}
