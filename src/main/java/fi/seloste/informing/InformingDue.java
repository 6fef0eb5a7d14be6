package fi.seloste.informing;

import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the notice's word when nobody at the desk does: whoever must be told within three days is written to. Art. 14(3)(a) leaves a month,
 * which the desk may use to check a list or to tell people better.
 */
@Component
class InformingDue implements Recurring {

    private static final int DAYS_BEFORE = 3;
    static final int AT_ONCE = 100;

    private final Informing informing;
    private final Clock clock;
    private final ZoneId place;

    InformingDue(Informing informing, Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.informing = informing;
        this.clock = clock;
        this.place = place;
    }

    @Override
    public String name() {
        return "informing-due";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var until = LegalTime.dayOf(clock.instant(), place).plusDays(DAYS_BEFORE);
        var actor = Actor.system("informing");
        int written;
        do {
            written = informing.writeDue(until, AT_ONCE, actor);
        } while (written == AT_ONCE);
    }
}
