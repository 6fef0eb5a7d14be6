package fi.seloste.flows;

import fi.seloste.store.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks each second for audiences that enter flows part by part. */
@Component
class AddingRound implements Recurring {

    private final Adding adding;

    AddingRound(Adding adding) {
        this.adding = adding;
    }

    @Override
    public String name() {
        return "flows-adding";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        adding.run();
    }
}
