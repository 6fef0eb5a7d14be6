package fi.seloste.imports;

import fi.seloste.intake.Draft;
import fi.seloste.intake.Drafting;
import fi.seloste.intake.Fault;
import fi.seloste.intake.FileFormat;
import fi.seloste.intake.Joined;
import fi.seloste.intake.Row;
import fi.seloste.intake.Rows;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Fingerprints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/**
 * Reads a file into the staging tables, however long it is: this thread splits rows and sends them to the database, others make drafts
 * and fingerprints of them meanwhile.
 */
@Component
class FileReading {

    private static final int CHUNK = 500;
    private static final int AHEAD = 8;
    private static final int PACK = 50_000;

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
        var batch = new Batch(entry, run, upload);
        try (var workers = Executors.newFixedThreadPool(
                2, Thread.ofPlatform().daemon().name("import-", 0).factory())) {
            readAll(format, drafting, batch, workers);
        }
        batch.send();
        readTogether(format, drafting, batch);
        return batch.finish();
    }

    private static void readAll(FileFormat format, Drafting drafting, Batch batch, ExecutorService workers) {
        var waiting = new ArrayDeque<Future<List<Staged>>>();
        try (var rows = Rows.open(batch.upload, format)) {
            var chunk = new ArrayList<Row>(CHUNK);
            for (var row : rows) {
                chunk.add(row);
                if (chunk.size() == CHUNK) {
                    waiting.add(submit(chunk, drafting, batch, workers));
                    chunk = new ArrayList<>(CHUNK);
                    if (waiting.size() > AHEAD) {
                        batch.add(done(waiting.remove()));
                    }
                }
            }
            waiting.add(submit(chunk, drafting, batch, workers));
            waiting.forEach(future -> batch.add(done(future)));
        } catch (RuntimeException e) {
            waiting.forEach(future -> future.cancel(true));
            throw e;
        }
    }

    private static Future<List<Staged>> submit(
            List<Row> chunk, Drafting drafting, Batch batch, ExecutorService workers) {
        return workers.submit(() -> chunk.stream()
                .map(row -> batch.stager.stage(drafting.draft(row)))
                .toList());
    }

    private static List<Staged> done(Future<List<Staged>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A row could not be read", e.getCause());
        }
    }

    /** The rows of people who stand in several rows, again, now together. */
    private static void readTogether(FileFormat format, Drafting drafting, Batch batch) {
        for (var pack : batch.groups.packs(PACK)) {
            var people = new HashMap<Integer, List<Draft>>();
            try (var rows = Rows.open(batch.upload, format)) {
                for (var row : rows) {
                    var group = pack.get(row.line());
                    if (group != null) {
                        people.computeIfAbsent(group, g -> new ArrayList<>()).add(drafting.draft(row));
                    }
                }
            }
            batch.replace(
                    pack,
                    people.values().stream()
                            .flatMap(drafts -> Joined.all(drafts).stream())
                            .toList());
        }
    }

    /** What has been read and not been sent yet, and what is counted on the way. */
    private final class Batch {

        private static final int LARGEST = 20_000;

        private final Import entry;
        private final UUID run;
        private final Uploads.Upload upload;
        private final Stager stager;
        private final Groups groups = new Groups();
        private final Firms firms = new Firms();
        private final CopyBuffer rows = new CopyBuffer();
        private final CopyBuffer parts = new CopyBuffer();
        private final List<Fault> found = new ArrayList<>();
        private int read;
        private int staged;
        private int joined;
        private int rejected;
        private int faulty;

        Batch(Import entry, UUID run, Uploads.Upload upload) {
            this.entry = entry;
            this.run = run;
            this.upload = upload;
            this.stager = new Stager(entry.id(), fingerprints);
        }

        void add(List<Staged> all) {
            for (var one : all) {
                read++;
                found.addAll(one.faults());
                if (one.isRefused()) {
                    rejected++;
                } else if (groups.add(one.line(), one.keys())) {
                    put(one);
                } else {
                    joined++;
                }
            }
            if (rows.count() >= LARGEST || found.size() >= LARGEST) {
                send();
            }
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

        void replace(Map<Long, Integer> pack, List<Draft> people) {
            purposes.as(Purpose.CUSTOMER, () -> staging.remove(entry.id(), pack.keySet()));
            for (var person : people) {
                var one = stager.stage(person);
                put(one);
                one.faults().stream()
                        .filter(fault -> fault.key().startsWith("intake.row.joined"))
                        .forEach(found::add);
                if (rows.count() >= LARGEST) {
                    send();
                }
            }
            send();
        }

        void send() {
            purposes.as(Purpose.CUSTOMER, () -> {
                staging.copy(Stager.ROW, rows.take());
                staging.copy(Stager.FIRM, parts.take());
                faults.add(entry.id(), faulty, found.subList(0, Math.clamp(FaultLog.MOST - faulty, 0, found.size())));
                if (!book.reached(entry.id(), run, percent(), staged)) {
                    throw new TakenOver();
                }
            });
            faulty += found.size();
            found.clear();
        }

        private int percent() {
            return (int) Math.min(
                    90, upload.taken() * 90 / Math.max(1, entry.content().bytes()));
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
