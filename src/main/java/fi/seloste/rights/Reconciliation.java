package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.installation.DataFolder;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Before the house listens: what the journal says and this database has not done is done, as after a restore; what this database decided and
 * did not finish goes on. What is wrong with the journal is named.
 */
@Component
public class Reconciliation implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Journal journal;
    private final JournalBook book;
    private final Requests requests;
    private final RecalledRequests recalled;
    private final Parts parts;
    private final Happenings happenings;
    private final Restrictions restrictions;
    private final Lifting lifting;
    private final List<Replay> replays;
    private final Progress progress;
    private final Purposes purposes;
    private final DataFolder folder;
    private final Clock clock;
    private volatile boolean running;
    private volatile int repeated;

    Reconciliation(
            Journal journal,
            JournalBook book,
            Requests requests,
            RecalledRequests recalled,
            Parts parts,
            Happenings happenings,
            Restrictions restrictions,
            Lifting lifting,
            List<Replay> replays,
            Progress progress,
            Purposes purposes,
            DataFolder folder,
            Clock clock) {
        this.journal = journal;
        this.book = book;
        this.requests = requests;
        this.recalled = recalled;
        this.parts = parts;
        this.happenings = happenings;
        this.restrictions = restrictions;
        this.lifting = lifting;
        this.replays = replays;
        this.progress = progress;
        this.purposes = purposes;
        this.folder = folder;
        this.clock = clock;
    }

    /** Gives back how many acts were done again. */
    public int reconcile() {
        heal();
        int done = 0;
        var before = purposes.apart(Purpose.RIGHTS, this::doneBefore);
        var undone = new ArrayList<Journal.Line>();
        journal.each(line -> {
            if (!before.test(line)) {
                undone.add(line);
            }
        });
        for (var line : undone) {
            if (!isDone(line)) {
                redo(line);
                done++;
            }
        }
        purposes.apart(Purpose.RIGHTS, () -> requests.decidedAndOpen()).forEach(this::goOn);
        return done;
    }

    /** How many acts were done again at the start. */
    public int repeated() {
        return repeated;
    }

    /** What is wrong with the journal, in sentences. */
    public List<String> findings() {
        return book.findings();
    }

    /** What this database knew when it was started, read at once: of a hundred thousand lines the last few are asked about one by one. */
    private Predicate<Journal.Line> doneBefore() {
        var known = book.known();
        var acted = happenings.done(Step.ACT);
        return line -> replay(line).isPresent() || line.act().equals(Lifting.ACT)
                ? line.hash().equals(known.get(line.seq()))
                : acted.contains(line.request());
    }

    private boolean isDone(Journal.Line line) {
        return purposes.apart(Purpose.RIGHTS, () -> {
            if (replay(line).isPresent()) {
                return book.knows(line);
            }
            if (line.act().equals(Lifting.ACT)) {
                return restrictions
                        .find(line.request())
                        .filter(r -> r.liftedAt() == null)
                        .isEmpty();
            }
            return happenings.isDone(line.request(), Step.ACT);
        });
    }

    private Optional<Replay> replay(Journal.Line line) {
        return replays.stream().filter(one -> one.isOurs(line)).findFirst();
    }

    private void redo(Journal.Line line) {
        if (line.act().equals(Lifting.ACT)) {
            liftAgain(line);
            return;
        }
        var replay = replay(line);
        if (replay.isPresent()) {
            purposes.apart(Purpose.RIGHTS, () -> {
                replay.get().repeat(line);
                return true;
            });
            return;
        }
        purposes.apart(Purpose.RIGHTS, () -> {
            recalled.decided(line, clock.instant());
            parts.become(line.request(), line.categories());
            return true;
        });
        progress.run(line.request());
    }

    /** Decided here and killed on the way it goes on; a restored database that never heard of it takes it from the line. */
    private void liftAgain(Journal.Line line) {
        var person = line.person();
        if (lifting.isDecided(line.request())) {
            lifting.carryOut(line.request());
        } else if (person != null) {
            purposes.apart(Purpose.RIGHTS, () -> {
                lifting.repeat(line, person);
                return true;
            });
        }
    }

    /** A request that cannot go on (no room for the journal) keeps the others from nothing. */
    private void goOn(RequestId id) {
        try {
            progress.run(id);
        } catch (RuntimeException e) {
            LOG.error("Request {} could not go on at the start", id, e);
        }
    }

    private void heal() {
        try {
            int taken = journal.healFromCopy();
            if (taken > 0) {
                LOG.warn("{} lines of the journal of rights were taken over from its copy", taken);
            }
            journal.begin();
            int given = journal.completeCopy();
            if (given > 0) {
                LOG.warn("{} lines of the journal of rights were written to its copy", given);
            }
        } catch (IOException e) {
            LOG.error("The journal of rights could not take over from its copy, or be begun", e);
        }
    }

    @Override
    public void start() {
        if (folder.isVisited()) {
            running = true;
            return;
        }
        repeated = reconcile();
        findings().forEach(finding -> LOG.error("Journal of rights: {}", finding));
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

    /** Before the web server, which starts near the end. */
    @Override
    public int getPhase() {
        return 0;
    }
}
