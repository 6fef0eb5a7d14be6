package fi.seloste.webhooks;

import fi.seloste.store.Job;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells one thing as soon as it has happened. What fails, and what waits for a receiver that fails, is told by {@link DeliveryRounds}. */
@Component
class DeliveryJob implements Job {

    static final String NAME = "webhook";

    private final Delivering delivering;

    DeliveryJob(Delivering delivering) {
        this.delivering = delivering;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        delivering.promptly(UUID.fromString(instance));
    }
}
