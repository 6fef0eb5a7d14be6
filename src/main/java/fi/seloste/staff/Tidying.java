package fi.seloste.staff;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes sessions that are over and counted tries that no longer count, and puts away tokens that ended a month ago. */
@Component
class Tidying implements Recurring {

    private static final Duration SHOWN = Duration.ofDays(30);

    private final Sessions sessions;
    private final Tokens tokens;
    private final Throttle throttle;
    private final Purposes purposes;
    private final Clock clock;

    Tidying(Sessions sessions, Tokens tokens, Throttle throttle, Purposes purposes, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
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
            tokens.endOver(clock.instant().minus(SHOWN));
            throttle.forgetOld();
        });
    }
}
