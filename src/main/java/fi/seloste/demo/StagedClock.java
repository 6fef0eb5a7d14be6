package fi.seloste.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demonstration's clock. While the story is told its thread stands on the day that is told, so that every door writes that day into
 * history, evidence and due dates; for everybody else it is now.
 */
@Component
@Primary
@Profile("demo")
class StagedClock extends Clock {

    private static final ScopedValue<Instant> STAGED = ScopedValue.newInstance();

    private final Clock real;

    StagedClock(@Qualifier("clock") Clock real) {
        this.real = real;
    }

    void standAt(Instant moment, Runnable work) {
        ScopedValue.where(STAGED, moment).run(work);
    }

    @Override
    public Instant instant() {
        return STAGED.isBound() ? STAGED.get() : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
