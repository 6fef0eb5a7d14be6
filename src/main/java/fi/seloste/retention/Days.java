package fi.seloste.retention;

import fi.seloste.base.LegalTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Days as keeping counts them: those of the controller's place. */
@Component("retentionDays")
class Days {

    private final Clock clock;
    private final ZoneId place;

    Days(Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.clock = clock;
        this.place = place;
    }

    Instant moment() {
        return clock.instant();
    }

    LocalDate today() {
        return dayOf(moment());
    }

    LocalDate dayOf(Instant instant) {
        return LegalTime.dayOf(instant, place);
    }

    LocalTime hour() {
        return moment().atZone(place).toLocalTime();
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(place).toInstant();
    }

    /** The zone as the database names it. */
    String zone() {
        return place.getId();
    }
}
