package fi.seloste.instructions;

import fi.seloste.store.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks each hour whom to remind; nobody is written to twice. */
@Component
class DailyReminding implements Recurring {

    private final Reminding reminding;

    DailyReminding(Reminding reminding) {
        this.reminding = reminding;
    }

    @Override
    public String name() {
        return "instruction-reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        reminding.remind();
    }
}
