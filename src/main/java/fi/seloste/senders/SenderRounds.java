package fi.seloste.senders;

import fi.seloste.store.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks DNS about every sender each hour: a record that somebody removed must stop the next campaign. */
@Component
class SenderRounds implements Recurring {

    private final Senders senders;
    private final Pools pools;

    SenderRounds(Senders senders, Pools pools) {
        this.senders = senders;
        this.pools = pools;
    }

    @Override
    public String name() {
        return "senders-dns";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        pools.forget();
        senders.all().forEach(one -> senders.look(one.id()));
    }
}
