package fi.seloste.rights;

import fi.seloste.base.LegalTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The legal day: that of the controller's place. */
@Component
class LegalDay {

    static final ZoneId PLACE = ZoneId.of("Europe/Helsinki");

    private final Clock clock;

    LegalDay(Clock clock) {
        this.clock = clock;
    }

    LocalDate get() {
        return LegalTime.dayOf(clock.instant(), PLACE);
    }
}
