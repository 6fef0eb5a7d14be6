package fi.seloste.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The moment, and the legal day at the controller's place. */
@Component
class Today {

    private final Clock clock;
    private final ZoneId place;

    Today(Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.clock = clock;
        this.place = place;
    }

    Instant moment() {
        return clock.instant();
    }

    LocalDate day() {
        return dayOf(clock.instant());
    }

    LocalTime hour() {
        return clock.instant().atZone(place).toLocalTime();
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(place).toLocalDate();
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(place).toInstant();
    }
}
