package fi.seloste.cards;

import fi.seloste.base.Day;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The day at the controller's place, and days and times as forms send them. */
@Component
class Days {

    private final Clock clock;
    private final ZoneId place;

    Days(Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.clock = clock;
        this.place = place;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), place);
    }

    LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, place);
    }

    static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Day.parse(field, text);
    }

    /** A time of the viewer's own clock. */
    static @Nullable Instant moment(String field, @Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Day.parse(field, text.substring(0, Math.min(10, text.length())));
            return LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
        } catch (DateTimeException | Problem e) {
            throw Problem.invalid(field, "cards.moment.malformed", Shortened.of(text));
        }
    }
}
