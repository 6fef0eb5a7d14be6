package fi.seloste.imports;

import fi.seloste.intake.Drafting;
import fi.seloste.intake.Fault;
import fi.seloste.intake.FileFormat;
import fi.seloste.intake.Joined;
import fi.seloste.intake.Row;
import fi.seloste.intake.Rows;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/**
 * Reads a file into the staging tables, however long it is: this thread splits rows and sends them to the database, others make drafts
 * and fingerprints of them meanwhile.
 */
@Component
class FileReading {

    private static final int CHUNK = 500;

    private final Uploads uploads;
    private final Staging staging;
    private final FaultLog faults;
    private final ImportBook book;
    private final Purposes purposes;
    private final Fingerprints fingerprints;

    FileReading(
            Uploads uploads,
            Staging staging,
            FaultLog faults,
            ImportBook book,
            Purposes purposes,
            Fingerprints fingerprints) {
        this.uploads = uploads;
        this.staging = staging;
        this.faults = faults;
        this.book = book;
        this.purposes = purposes;
        this.fingerprints = fingerprints;
    }

    /** From the beginning; what an interrupted reading left is cleared away first. False where another run has taken over. */
    boolean read(Import entry, UUID run) {
        purposes.as(Purpose.CUSTOMER, () -> {
            staging.clear(entry.id());
            faults.clear(entry.id());
        });
        var upload = uploads.open(entry.id());
        var format = FileFormat.detect(upload);
        var drafting = new Drafting(format.headers(), entry.content().mapping());
        try (var groups = new Groups(entry.content().bytes(), uploads.folder());
                var workers = Executors.newFixedThreadPool(
                        2, Thread.ofPlatform().daemon().name("import-", 0).factory())) {
            var batch = new Batch(entry, run, upload, groups);
            readAll(format, drafting, batch, workers);
            readTogether(format, drafting, batch, workers);
            return batch.finish();
        }
    }

    private static void readAll(FileFormat format, Drafting drafting, Batch batch, ExecutorService workers) {
        try (var rows = Rows.open(batch.upload, format);
                var ahead = new Ahead<List<Staged>>(workers, batch::add)) {
            var chunk = new ArrayList<Row>(CHUNK);
            for (var row : rows) {
                chunk.add(row);
                if (chunk.size() == CHUNK) {
                    ahead.give(staging(chunk, drafting, batch.stager));
                    chunk = new ArrayList<>(CHUNK);
                }
            }
            ahead.give(staging(chunk, drafting, batch.stager));
            ahead.finish();
        }
        batch.send();
    }

    private static Callable<List<Staged>> staging(List<Row> chunk, Drafting drafting, Stager stager) {
        return () ->
                chunk.stream().map(row -> stager.stage(drafting.draft(row))).toList();
    }

    /** The rows of people who stand in several rows, again, now together. */
    private void readTogether(FileFormat format, Drafting drafting, Batch batch, ExecutorService workers) {
        var together = batch.groups.together();
        if (together.count() == 0) {
            return;
        }
        try (var again = again(format, batch.upload, together);
                var ahead = new Ahead<Joint>(workers, batch::replace)) {
            var chunk = new ArrayList<List<Row>>();
            int rows = 0;
            for (var person : again) {
                chunk.add(person);
                rows += person.size();
                if (rows >= CHUNK) {
                    ahead.give(joining(chunk, drafting, batch.stager));
                    chunk = new ArrayList<>();
                    rows = 0;
                }
            }
            ahead.give(joining(chunk, drafting, batch.stager));
            ahead.finish();
        }
        batch.send();
    }

    private RowFile again(FileFormat format, Uploads.Upload upload, Together together) {
        var again = new RowFile(uploads.folder(), together.count());
        try (var rows = Rows.open(upload, format)) {
            int number = 0;
            for (var row : rows) {
                if (together.isRead(number)) {
                    again.add(together.first(number), row);
                }
                number++;
            }
        }
        return again;
    }

    /** Rows by their lines, and whom they turned out to be: fewer than there are rows, unless only a hash made them look alike. */
    private record Joint(List<Long> lines, List<Staged> people) {}

    private static Callable<Joint> joining(List<List<Row>> people, Drafting drafting, Stager stager) {
        return () -> new Joint(
                people.stream().flatMap(List::stream).map(Row::line).toList(),
                people.stream()
                        .map(rows -> rows.stream().map(drafting::draft).toList())
                        .flatMap(drafts -> Joined.all(drafts).stream())
                        .map(stager::stage)
                        .toList());
    }

    /** What has been read and not been sent yet, and what is counted on the way. */
    private final class Batch {

        private static final int LARGEST = 10_000;

        private final Import entry;
        private final UUID run;
        private final Uploads.Upload upload;
        private final Groups groups;
        private final Stager stager;
        private final Firms firms = new Firms();
        private final CopyBuffer rows = new CopyBuffer();
        private final CopyBuffer parts = new CopyBuffer();
        private final List<Long> gone = new ArrayList<>();
        private final List<Fault> found = new ArrayList<>();
        private int unsent;
        private int percent;
        private int read;
        private int staged;
        private int joined;
        private int rejected;
        private int faulty;
        private int logged;

        Batch(Import entry, UUID run, Uploads.Upload upload, Groups groups) {
            this.entry = entry;
            this.run = run;
            this.upload = upload;
            this.groups = groups;
            this.stager = new Stager(entry.id(), fingerprints);
        }

        void add(List<Staged> all) {
            for (var one : all) {
                read++;
                one.faults().forEach(this::note);
                boolean isNew = groups.add(one.keys());
                if (one.isRefused()) {
                    rejected++;
                } else if (isNew) {
                    put(one);
                }
            }
            sendIfMany(all.size());
        }

        /** Those whose rows are put aside were counted already; of the others what was staged goes. */
        void replace(Joint joint) {
            gone.addAll(joint.lines());
            joined += joint.lines().size() - joint.people().size();
            for (var person : joint.people()) {
                put(person);
                person.faults().stream()
                        .filter(fault -> fault.key().startsWith("intake.row.joined"))
                        .forEach(this::note);
            }
            sendIfMany(joint.lines().size());
        }

        private void put(Staged one) {
            int firm = one.firm() == null ? Firms.NONE : firms.number(one.firm().keys());
            if (one.row() != null) {
                rows.add(one.row(), Stager.number(firm));
                staged++;
            }
            if (one.firm() != null && firms.isNews(firm, one.firm().keys())) {
                parts.add(one.firm().row(), Stager.number(firm));
            }
        }

        private void note(Fault fault) {
            if (faulty++ < FaultLog.MOST) {
                found.add(fault);
            }
        }

        private void sendIfMany(int more) {
            unsent += more;
            if (unsent >= LARGEST) {
                send();
            }
        }

        void send() {
            purposes.as(Purpose.CUSTOMER, () -> {
                staging.remove(entry.id(), gone);
                staging.copy(Stager.ROW, rows);
                staging.copy(Stager.FIRM, parts);
                faults.add(entry.id(), logged, found);
                if (!book.reached(entry.id(), run, percent(), staged)) {
                    throw new TakenOver();
                }
            });
            logged += found.size();
            found.clear();
            gone.clear();
            unsent = 0;
        }

        /** It does not go back where some rows are read again. */
        private int percent() {
            percent =
                    Math.clamp(upload.taken() * 90 / Math.max(1, entry.content().bytes()), percent, 90);
            return percent;
        }

        boolean finish() {
            return purposes.as(Purpose.CUSTOMER, () -> {
                staging.renumber(entry.id(), firms.merged());
                staging.assembleFirms(entry.id());
                book.tally(entry.id(), new ImportBook.Tally(read, joined, rejected, faulty));
                return book.reached(entry.id(), run, 92, staging.rows(entry.id()));
            });
        }
    }

    /** Another process reads this file now; this one stops. */
    static final class TakenOver extends RuntimeException {}
}
