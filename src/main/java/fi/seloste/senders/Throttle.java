package fi.seloste.senders;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the pace of a pool over all its lines, by minutes of the clock, and lets a domain wait that took nothing: a minute, then twice as long each time, up
 * to four hours. No I/O: what changed is told to whoever keeps it.
 */
final class Throttle {

    private static final Duration LONGEST = Duration.ofHours(4);
    private static final String ALL = "";

    private final Pool.Wish pace;
    private final Map<String, Pool.Pause> pauses;
    private final Map<String, Integer> left;
    private final Map<String, Integer> fresh = new HashMap<>();
    private Instant minute;

    Throttle(Pool pool, Instant now, Map<String, Integer> left) {
        this.pace = pool.wish();
        this.pauses = new HashMap<>(pool.pauses().stream().collect(Collectors.toMap(Pool.Pause::domain, one -> one)));
        this.left = new HashMap<>(left);
        this.minute = minuteOf(now);
    }

    static Instant minuteOf(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES);
    }

    /** How many may leave in this minute yet. */
    synchronized int most(Instant now) {
        turn(now);
        return pace.perMinute() == 0 ? Integer.MAX_VALUE : Math.max(0, pace.perMinute() - of(ALL));
    }

    /** Counts a message to a domain as leaving; where it must not yet, until when it waits. */
    synchronized @Nullable Instant heldUntil(String domain, Instant now) {
        turn(now);
        var pause = pauses.get(domain);
        if (pause != null && pause.until().isAfter(now)) {
            return pause.until();
        }
        boolean full = (pace.perMinute() > 0 && of(ALL) >= pace.perMinute())
                || (pace.domainPerMinute() > 0 && of(domain) >= pace.domainPerMinute());
        if (full) {
            return minute.plus(1, ChronoUnit.MINUTES);
        }
        add(domain, 1);
        return null;
    }

    /** It did not leave after all. */
    synchronized void giveBack(String domain) {
        add(domain, -1);
    }

    /** It was taken; true where the domain had a pause before, which is over for good. */
    synchronized boolean taken(String domain) {
        return pauses.remove(domain) != null;
    }

    /** The domain takes nothing just now. */
    synchronized Pool.Pause deferred(String domain, Instant now) {
        add(domain, -1);
        var before = pauses.get(domain);
        if (before != null && before.until().isAfter(now)) {
            return before; // several lines were told at once
        }
        int strikes = before == null ? 1 : before.strikes() + 1;
        var wait = Duration.ofMinutes(1L << Math.min(strikes - 1, 10));
        var pause = new Pool.Pause(domain, strikes, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        pauses.put(domain, pause);
        return pause;
    }

    /** What was counted since the last time, and of which minute. */
    synchronized Counted counted(Instant now) {
        var counted = new Counted(minute, Map.copyOf(fresh));
        fresh.clear();
        turn(now);
        return counted;
    }

    record Counted(Instant minute, Map<String, Integer> left) {}

    /** What the end of a minute was not told of is of no use in the next. */
    private void turn(Instant now) {
        var current = minuteOf(now);
        if (!current.equals(minute)) {
            minute = current;
            left.clear();
            fresh.clear();
        }
    }

    private int of(String domain) {
        return left.getOrDefault(domain, 0);
    }

    private void add(String domain, int change) {
        for (var one : new String[] {ALL, domain}) {
            left.merge(one, change, Integer::sum);
            fresh.merge(one, change, Integer::sum);
        }
    }
}
