package fi.seloste.senders;

import fi.seloste.store.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks each minute whether a mail server that failed is well again. */
@Component
class ServerRounds implements Recurring {

    private final Pools pools;

    ServerRounds(Pools pools) {
        this.pools = pools;
    }

    @Override
    public String name() {
        return "senders-servers";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        pools.tryOutTheIll();
    }
}
