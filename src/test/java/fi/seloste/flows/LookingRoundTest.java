package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.marketing.Targeting;
import fi.seloste.store.Doings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A house at rest does not ask over and over who has come into which audience. */
@DatabaseTest
class LookingRoundTest {

    @Autowired
    FlowRecords flows;

    @Autowired
    Passages passages;

    @Autowired
    Targeting targeting;

    @Autowired
    Purposes purposes;

    @Autowired
    Doings doings;

    @Autowired
    TurnedClock clock;

    private final class Counted extends Looking {

        private int times;

        Counted() {
            super(flows, passages, targeting, purposes, clock);
        }

        @Override
        public void run() {
            times++;
        }
    }

    @Test
    void it_looks_at_once_after_something_was_done_and_else_once_a_minute() {
        var looking = new Counted();
        var round = new LookingRound(looking, doings, clock);
        round.run();
        assertThat(looking.times).isOne();

        clock.advance(Duration.ofSeconds(30));
        round.run();
        assertThat(looking.times).as("nothing was done").isOne();

        purposes.as(Purpose.CUSTOMER, () -> true);
        round.run();
        assertThat(looking.times).isEqualTo(2);

        clock.advance(Duration.ofSeconds(61));
        round.run();
        assertThat(looking.times).as("by the turn of time").isEqualTo(3);
    }
}
