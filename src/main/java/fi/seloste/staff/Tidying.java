package fi.seloste.staff;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes sessions that are over and counted tries that no longer count. */
@Component
class Tidying implements Recurring {

    private final Sessions sessions;
    private final Throttle throttle;
    private final Purposes purposes;
    private final Clock clock;

    Tidying(Sessions sessions, Throttle throttle, Purposes purposes, Clock clock) {
        this.sessions = sessions;
        this.throttle = throttle;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "staff-tidying";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        purposes.as(Purpose.TECHNICAL, () -> {
            sessions.endOver(clock.instant());
            throttle.forgetOld();
        });
    }
}
