package fi.seloste.webhooks;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells again what was not heard, and forgets what was told a month ago. A receiver that is down is asked once a round. */
@Component
class DeliveryRounds implements Recurring {

    private static final int TOGETHER = 500;
    private static final Duration KEPT = Duration.ofDays(30);

    private final WebhookRecords records;
    private final Deliveries deliveries;
    private final Delivering delivering;
    private final Purposes purposes;
    private final Clock clock;

    DeliveryRounds(
            WebhookRecords records, Deliveries deliveries, Delivering delivering, Purposes purposes, Clock clock) {
        this.records = records;
        this.deliveries = deliveries;
        this.delivering = delivering;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var silent = new HashSet<UUID>();
        for (var due : purposes.as(Purpose.TECHNICAL, () -> deliveries.due(clock.instant(), TOGETHER))) {
            if (!silent.contains(due.webhook()) && !delivering.deliver(due.id())) {
                silent.add(due.webhook());
            }
        }
        var now = clock.instant();
        purposes.as(Purpose.TECHNICAL, () -> deliveries.forgetEnded(now.minus(KEPT)));
        purposes.as(Purpose.TECHNICAL, () -> records.forgetOldSecrets(now));
    }
}
