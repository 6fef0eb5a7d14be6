package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.KeptSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Once a night: every fingerprint is computed again and every ban compared with its mark. What was not as it has to be is counted,
 * becomes evidence, and is put right; whoever left an organisation that banned marketing is free of its ban.
 */
@Component
public class NightlyComparison implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyComparison.class);
    private static final LocalTime BEGINS = LocalTime.of(1, 0);
    private static final String LAST = "fingerprints-compared";
    private static final Actor SYSTEM = Actor.system("keys");

    private final PrintExamination examination;
    private final Renewal renewal;
    private final Prints prints;
    private final KeptSettings settings;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Today today;

    NightlyComparison(
            PrintExamination examination,
            Renewal renewal,
            Prints prints,
            KeptSettings settings,
            Evidence evidence,
            Purposes purposes,
            Today today) {
        this.examination = examination;
        this.renewal = renewal;
        this.prints = prints;
        this.settings = settings;
        this.evidence = evidence;
        this.purposes = purposes;
        this.today = today;
    }

    @Override
    public String name() {
        return "fingerprints-compared";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(20);
    }

    @Override
    public void run() {
        var day = today.day().toString();
        boolean due = purposes.apart(
                Purpose.TECHNICAL,
                () -> settings.find(LAST).filter(last -> last.startsWith(day)).isEmpty());
        if (due && !today.hour().isBefore(BEGINS)) {
            compare();
        }
    }

    PrintExamination.Outcome compare() {
        var outcome = examination.examine();
        if (!outcome.isGood()) {
            outcome.findings().forEach(finding -> LOG.error("Suppression: {}", finding));
            renewal.renew();
        }
        purposes.apart(Purpose.OWNER, () -> prints.settle(today.day()));
        purposes.apart(Purpose.TECHNICAL, () -> {
            settings.put(LAST, line(outcome), null);
            evidence.record(
                    SYSTEM,
                    Act.of("fingerprints-compared")
                            .with(Map.of(
                                    "contactPoints", outcome.points(),
                                    "wrong", outcome.wrong(),
                                    "old", outcome.old(),
                                    "unmarked", outcome.unmarked(),
                                    "recollected", outcome.recollected())));
            return true;
        });
        return outcome;
    }

    /** When it was done last, how many contact points there were and how many things were not right; empty before the first time. */
    public record Last(String day, long points, long wrong) {}

    public Optional<Last> last() {
        return purposes.as(Purpose.TECHNICAL, () -> settings.find(LAST)).map(text -> {
            var parts = text.split(" ", 3);
            return new Last(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        });
    }

    private String line(PrintExamination.Outcome outcome) {
        return today.day() + " " + outcome.points() + " "
                + (outcome.wrong() + outcome.old() + outcome.unmarked() + outcome.recollected());
    }
}
