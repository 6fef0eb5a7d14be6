package fi.seloste;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test turns it. It starts on Monday 23 November 2026, ten o'clock in Helsinki. */
public final class TurnedClock extends Clock {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private volatile Instant now = START;

    public void turnTo(Instant instant) {
        now = instant;
    }

    public void turnTo(LocalDate day) {
        now = day.atTime(10, 0).atZone(ZoneId.of("Europe/Helsinki")).toInstant();
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    public void reset() {
        now = START;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
