package fi.seloste.flows;

import fi.seloste.store.Doings;
import fi.seloste.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Looks every three seconds for people who have come to where a flow begins, as long as anything is done in the house. Where nothing is, nobody comes but by the
 * turn of time, or by another process on the same database: for them it looks once a minute.
 */
@Component
class LookingRound implements Recurring {

    private static final Duration RESTS = Duration.ofMinutes(1);

    private final Looking looking;
    private final Doings doings;
    private final Clock clock;
    private volatile long seen = -1;
    private volatile Instant lookedAt = Instant.EPOCH;

    LookingRound(Looking looking, Doings doings, Clock clock) {
        this.looking = looking;
        this.doings = doings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "flows-looking";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(3);
    }

    /** What is done while it looks is looked at the next time; that includes how far it came in a large audience. */
    @Override
    public void run() {
        long done = doings.count();
        var now = clock.instant();
        if (done == seen && now.isBefore(lookedAt.plus(RESTS)) && !now.isBefore(lookedAt)) {
            return;
        }
        looking.run();
        seen = done;
        lookedAt = now;
    }
}
