package fi.seloste.flows;

import fi.seloste.store.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks each second for people whose next step is due. */
@Component
class RunningRound implements Recurring {

    private final Running running;

    RunningRound(Running running) {
        this.running = running;
    }

    @Override
    public String name() {
        return "flows-running";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        running.run();
    }
}
