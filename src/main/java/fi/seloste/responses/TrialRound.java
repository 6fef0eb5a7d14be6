package fi.seloste.responses;

import fi.seloste.store.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks for trials whose time is over. */
@Component
class TrialRound implements Recurring {

    private final Trying trying;

    TrialRound(Trying trying) {
        this.trying = trying;
    }

    @Override
    public String name() {
        return "responses-trials";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        trying.decideDue();
    }
}
