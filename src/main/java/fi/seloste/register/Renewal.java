package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.DataFolder;
import fi.seloste.store.KeptSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Fingerprints;
import fi.seloste.suppression.Suppression;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * After the key of suppression was changed, or an older backup brought back, every contact point is fingerprinted anew before the house
 * listens: so nobody ever compares prints of two keys with each other. Page by page, each in a transaction of its own; killed anywhere, the
 * next start goes on where it was.
 */
@Component
public class Renewal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final String DONE = "keys-renewed";
    private static final Actor KEYS = Actor.system("keys");
    private static final int SAID = 100_000;

    private final Prints prints;
    private final Suppression suppression;
    private final Fingerprints fingerprints;
    private final KeptSettings settings;
    private final Evidence evidence;
    private final Purposes purposes;
    private final DataFolder folder;
    private volatile boolean running;
    private volatile long renewed;

    Renewal(
            Prints prints,
            Suppression suppression,
            Fingerprints fingerprints,
            KeptSettings settings,
            Evidence evidence,
            Purposes purposes,
            DataFolder folder) {
        this.prints = prints;
        this.suppression = suppression;
        this.fingerprints = fingerprints;
        this.settings = settings;
        this.evidence = evidence;
        this.purposes = purposes;
        this.folder = folder;
    }

    /** How many contact points were fingerprinted anew at this start. */
    public long renewed() {
        return renewed;
    }

    /** Every print that is old or wrong, whatever was done before. Gives back how many there were. */
    public long renew() {
        long count = 0;
        var after = Prints.FIRST;
        while (true) {
            var mark = after;
            var page = purposes.apart(Purpose.OWNER, () -> renew(mark));
            if (page.points() == 0) {
                break;
            }
            if (count / SAID != (count + page.renewed()) / SAID) {
                LOG.warn("{} fingerprints made anew", count + page.renewed());
            }
            count += page.renewed();
            after = page.last();
        }
        purposes.apart(Purpose.OWNER, () -> {
            prints.markEverybody();
            return true;
        });
        return count;
    }

    private record Page(long points, long renewed, UUID last) {}

    private Page renew(UUID after) {
        var page = prints.page(after);
        if (page.isEmpty()) {
            return new Page(0, 0, after);
        }
        var due = page.stream()
                .filter(one -> one.wanted() != null && (one.isOld() || one.isWrong()))
                .toList();
        if (!due.isEmpty()) {
            suppression.renew(Prints.entriesOf(due));
            prints.write(due);
        }
        return new Page(page.size(), due.size(), page.getLast().kept().id());
    }

    private int done() {
        return purposes.apart(
                Purpose.TECHNICAL,
                () -> settings.find(DONE).map(Integer::valueOf).orElse(1));
    }

    private void renewToNewest() {
        int newest = fingerprints.keyVersion();
        if (done() == newest) {
            return;
        }
        long count = renew();
        purposes.apart(Purpose.TECHNICAL, () -> {
            settings.put(DONE, String.valueOf(newest), null);
            evidence.record(
                    KEYS, Act.of("fingerprints-renewed").with(Map.of("keyVersion", newest, "contactPoints", count)));
            return true;
        });
        renewed = count;
    }

    @Override
    public void start() {
        if (!folder.isVisited()) {
            renewToNewest();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the keys were found right, and before the journal is repeated. */
    @Override
    public int getPhase() {
        return -1;
    }
}
