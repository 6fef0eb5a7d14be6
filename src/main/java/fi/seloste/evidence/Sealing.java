package fi.seloste.evidence;

import fi.seloste.store.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Seals the evidence each second. */
@Component
class Sealing implements Recurring {

    private final Sealer sealer;

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "seal-evidence";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        sealer.seal();
    }
}
