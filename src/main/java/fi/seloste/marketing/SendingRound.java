package fi.seloste.marketing;

import fi.seloste.store.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks each second for campaigns that are due or leaving. */
@Component
class SendingRound implements Recurring {

    private final Sending sending;

    SendingRound(Sending sending) {
        this.sending = sending;
    }

    @Override
    public String name() {
        return "marketing-sending";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        sending.run();
    }

    @Override
    public void breakOff() {
        sending.breakOff();
    }
}
