package fi.seloste.responses;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Draws the numbers of campaigns together before their rows become many. */
@Component
class TallyRound implements Recurring {

    private final ResponseTallies tallies;
    private final Purposes purposes;

    TallyRound(ResponseTallies tallies, Purposes purposes) {
        this.tallies = tallies;
        this.purposes = purposes;
    }

    @Override
    public String name() {
        return "responses-tallies";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        purposes.as(Purpose.MARKETING, () -> tallies.scattered().forEach(tallies::drawTogether));
    }
}
