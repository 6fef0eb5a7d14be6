package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What was decided about people's rights, outside the database, so that a restored backup does not bring back whom we erased. Lines hold
 * ids and fingerprints, each with the hash of the one before; a line is on the disk before its act is done.
 */
@Component
public class Journal {

    private final JournalFile file;
    private final @Nullable JournalFile copy;
    private final Clock clock;

    @Autowired
    Journal(DataFolder folder, Settings settings, Clock clock) {
        this(folder.journal(), settings.journalCopy(), clock, folder.isVisited());
    }

    Journal(Path folder, @Nullable Path copy, Clock clock) {
        this(folder, copy, clock, false);
    }

    private Journal(Path folder, @Nullable Path copy, Clock clock, boolean visited) {
        this.file = new JournalFile(folder.resolve("rights.jsonl"), visited);
        this.copy = copy == null ? null : new JournalFile(copy.resolve("rights.jsonl"), visited);
        this.clock = clock;
    }

    /** The journal of a folder, before the house stands. */
    public static Journal at(DataFolder folder, Settings settings) {
        return new Journal(folder.journal(), settings.journalCopy(), Clock.systemUTC());
    }

    /** Whether there is one, be it empty: one that was never begun says nothing about who was erased. */
    public boolean isPresent() {
        return file.exists() || (copy != null && copy.exists());
    }

    /**
     * An act to be done: whose request, what, about whom, and by which prints they are recognised when they come again. A ban of an organisation
     * is about no person; its domain stands in plain words, since a firm's domain is what must be compared again. A restriction of
     * single categories names them.
     */
    public record Entry(
            RequestId request,
            String act,
            @Nullable PersonId person,
            List<Print> prints,
            @Nullable String domain,
            List<String> categories) {

        public Entry {
            prints = List.copyOf(prints);
            categories = List.copyOf(categories);
        }

        public Entry(
                RequestId request, String act, @Nullable PersonId person, List<Print> prints, @Nullable String domain) {
            this(request, act, person, prints, domain, List.of());
        }

        public Entry(RequestId request, String act, @Nullable PersonId person, List<Print> prints) {
            this(request, act, person, prints, null);
        }

        /** The same of these categories alone. */
        Entry of(List<String> parts) {
            return new Entry(request, act, person, prints, domain, parts);
        }
    }

    /** A keyed hash of a contact point, in hexadecimal. */
    public record Print(String channel, String strict, String canonical, int keyVersion) {}

    /** A line as it stands. */
    public record Line(
            long seq,
            Instant at,
            RequestId request,
            String act,
            @Nullable PersonId person,
            List<Print> prints,
            @Nullable String domain,
            List<String> categories,
            String previous,
            String hash) {}

    /** Writes the line to the disk, in both places, or refuses the act. */
    public synchronized Line append(Entry entry, long knownToDatabase) {
        var last = file.last();
        long seq = Math.max(last == null ? 0 : last.seq(), knownToDatabase) + 1;
        var line = JournalLine.of(seq, clock.instant(), entry, last == null ? JournalLine.NOTHING : last.hash());
        try {
            file.append(line);
            if (copy != null) {
                appendToCopy(line);
            }
        } catch (IOException e) {
            throw Problem.conflict("rights.journal.full", e.getMessage() == null ? e.toString() : e.getMessage());
        }
        return line;
    }

    /** From now on an empty journal says that nothing was asked for. */
    public synchronized void begin() throws IOException {
        file.begin();
        if (copy != null) {
            copy.begin();
        }
    }

    /** Both or none: a line that only one place holds is taken back. */
    private void appendToCopy(Line line) throws IOException {
        try {
            copy().append(line);
        } catch (IOException e) {
            file.takeBack(line);
            throw e;
        }
    }

    /** The line of an act, read from the disk. */
    public synchronized Optional<Line> find(RequestId request, String act) {
        return file.index()
                .ofRequest(request)
                .mapToObj(file::line)
                .filter(line -> line.request().equals(request) && line.act().equals(act))
                .findFirst();
    }

    /** The newest line about a person that is one of these. */
    synchronized Optional<Line> newest(PersonId person, Predicate<Line> which) {
        return file.index()
                .ofPerson(person)
                .mapToObj(file::line)
                .filter(line -> person.equals(line.person()) && which.test(line))
                .findFirst();
    }

    /** Every line in its order, one at a time: a journal of many years is never in memory whole. */
    public void each(Consumer<Line> sink) {
        file.each(sink);
    }

    /** The last line, or nothing where nothing was asked for. */
    public synchronized Optional<Line> last() {
        return Optional.ofNullable(file.last());
    }

    /** What is wrong with the journal by itself, each as a sentence; a torn last line of a crash is cut off and is no wrong. */
    public synchronized List<String> findings() {
        var findings = new ArrayList<>(file.findings());
        if (copy != null) {
            findings.addAll(copy.findings());
            findings.addAll(file.differencesTo(copy));
        }
        return findings;
    }

    /** The first place was lost or is behind: what the second holds beyond it is taken over. */
    public synchronized int healFromCopy() throws IOException {
        int taken = 0;
        if (copy != null && copy.findings().isEmpty() && copy.beginsAs(file)) {
            while (file.size() < copy.size()) {
                file.append(copy.line(file.size()));
                taken++;
            }
        }
        return taken;
    }

    /** A second place that is new, or was laid aside, begins with all that the first one holds. */
    public synchronized int completeCopy() throws IOException {
        int given = 0;
        if (copy != null && file.findings().isEmpty() && file.beginsAs(copy)) {
            while (copy.size() < file.size()) {
                copy.append(file.line(copy.size()));
                given++;
            }
        }
        return given;
    }

    private JournalFile copy() {
        if (copy == null) {
            throw new IllegalStateException("no second place");
        }
        return copy;
    }
}
