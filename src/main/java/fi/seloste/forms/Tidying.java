package fi.seloste.forms;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes what nobody confirmed and nobody took in: of somebody unknown nothing is kept for long (Art. 5(1)(e)). */
@Component
class Tidying implements Recurring {

    static final Duration WAITS = Duration.ofDays(30);

    private final Arrivals arrivals;
    private final Purposes purposes;
    private final Clock clock;

    Tidying(Arrivals arrivals, Purposes purposes, Clock clock) {
        this.arrivals = arrivals;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forms-tidying";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        purposes.as(
                Purpose.RETENTION, () -> arrivals.removeBefore(clock.instant().minus(WAITS)));
    }
}
