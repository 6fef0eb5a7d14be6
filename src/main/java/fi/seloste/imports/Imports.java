package fi.seloste.imports;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.imports.Import.State;
import fi.seloste.intake.FileFormat;
import fi.seloste.intake.Mapping;
import fi.seloste.intake.Target;
import fi.seloste.store.As;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The door to imports: bring a file, decide on its columns and source, look, commit, take back. */
@Component
public class Imports {

    /** Up to this many rows an undo is done while one waits. */
    private static final int SMALL = 5000;

    private final ImportBook book;
    private final Uploads uploads;
    private final HeaderMemory memory;
    private final Cleaning cleaning;
    private final Undoing undoing;
    private final Purposes purposes;
    private final Evidence evidence;
    private final Jobs jobs;

    Imports(
            ImportBook book,
            Uploads uploads,
            HeaderMemory memory,
            Cleaning cleaning,
            Undoing undoing,
            Purposes purposes,
            Evidence evidence,
            Jobs jobs) {
        this.book = book;
        this.uploads = uploads;
        this.memory = memory;
        this.cleaning = cleaning;
        this.undoing = undoing;
        this.purposes = purposes;
        this.evidence = evidence;
        this.jobs = jobs;
    }

    /** A file as it comes in. */
    public record File(String name, Supplier<InputStream> content) {}

    /** Takes a file in whose columns and source are decided next. A file that is no list of people, or a longer one
     * than comes in at once, is refused and leaves nothing. */
    public Import receive(File file, Actor actor) {
        var id = ImportId.next();
        try (var content = file.content().get()) {
            long size = uploads.keep(id, content);
            var format = FileFormat.detect(uploads.open(id));
            RowLimit.mustHold(uploads.open(id), format);
            return purposes.as(Purpose.CUSTOMER, () -> {
                book.add(id, new Import.Content(named(file.name()), size, true, memory.of(format)), actor);
                return book.get(id);
            });
        } catch (RuntimeException e) {
            uploads.remove(id);
            throw e;
        } catch (java.io.IOException e) {
            uploads.remove(id);
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As programs bring it: what is mapped nowhere becomes a note, and reading begins at once. */
    public Import bring(File file, Sourcing sourcing, Map<String, String> mapping, Actor actor) {
        var received = receive(file, actor);
        try {
            var chosen = received.content().mapping().with(mapping);
            return decided(received, chosen, chosen.withUnmappedAs(new Target.Note()), sourcing, actor);
        } catch (Problem e) {
            undo(received.id(), actor);
            throw e;
        }
    }

    /** Columns and source are decided; the file is read next. */
    public Import decide(ImportId id, Mapping mapping, Sourcing sourcing, Actor actor) {
        var entry = get(id);
        var undecided = mapping.unmapped();
        if (!undecided.isEmpty()) {
            throw Problem.invalid("mapping", "imports.mapping.undecided", String.join(", ", undecided));
        }
        return decided(entry, mapping, mapping, sourcing, actor);
    }

    private Import decided(Import entry, Mapping chosen, Mapping used, Sourcing sourcing, Actor actor) {
        return purposes.as(Purpose.CUSTOMER, () -> {
            var state = book.lock(entry.id()).state();
            if (state != State.MAPPING && state != State.PREVIEW) {
                throw Problem.conflict("imports.conflict." + state.code());
            }
            if (chosen.unmapped().isEmpty()) {
                memory.remember(chosen, actor);
            }
            book.decide(entry.id(), used, sourcing);
            jobs.later(ReadingJob.NAME, entry.id().toString());
            return book.get(entry.id());
        });
    }

    public Import get(ImportId id) {
        return purposes.as(Purpose.CUSTOMER, () -> book.get(id));
    }

    /** A part of them all, the newest first; the mark is the id of the one that was shown last. */
    @As(Purpose.CUSTOMER)
    public Paged<Import> newest(Paging asked) {
        return Paged.of(book.newest(asked.afterId(), asked.limit() + 1), asked, Import::id);
    }

    @As(Purpose.CUSTOMER)
    public List<Import> newest(int limit) {
        return book.newest(null, limit);
    }

    /** How many files wait for somebody's decision. */
    @As(Purpose.CUSTOMER)
    public int waiting() {
        return book.waiting();
    }

    /** The newest of those. */
    @As(Purpose.CUSTOMER)
    public List<Import> waiting(int limit) {
        return book.waiting(limit);
    }

    /** What was looked at comes in, all of it or nothing. */
    @As(Purpose.CUSTOMER)
    public Import commit(ImportId id, Import.Choices choices, Actor actor) {
        var entry = book.lock(id);
        if (entry.state() == State.COMMITTING || entry.state() == State.COMMITTED) {
            return entry;
        }
        entry.refuseUnless(State.PREVIEW);
        book.choose(id, choices);
        book.to(State.COMMITTING, id);
        evidence.record(
                actor, Act.of("import-commit").about("import", id.value()).with(answers(entry, choices)));
        jobs.later(CommitJob.NAME, id.toString());
        return book.get(id);
    }

    // "Erased on …; did the person give it?" – the answer is kept.
    private static Map<String, ?> answers(Import entry, Import.Choices choices) {
        return Map.of(
                "update", choices.update(), "erasedBefore", entry.counts().asking(), "givenAnew", choices.given());
    }

    /** Takes an import back, or throws away one that is not committed yet. Doing it twice does it once. */
    public Import undo(ImportId id, Actor actor) {
        var entry = purposes.as(Purpose.CUSTOMER, () -> ask(id, actor));
        if (entry.progress().undoing() && entry.counts().rows() <= SMALL) {
            undoing.undo(id);
        }
        return get(id);
    }

    private Import ask(ImportId id, Actor actor) {
        var entry = book.lock(id);
        switch (entry.state()) {
            case COMMITTING -> throw Problem.conflict("imports.conflict.committing");
            case UNDONE -> {}
            case COMMITTED -> {
                book.askUndo(id);
                evidence.record(actor, Act.of("import-undo").about("import", id.value()));
                jobs.later(UndoJob.NAME, id.toString());
            }
            case MAPPING, READING, PREVIEW, FAILED -> {
                book.undone(id);
                cleaning.clean(id);
            }
        }
        return book.get(id);
    }

    /** What taking it back would do. */
    @As(Purpose.CUSTOMER)
    public Outlook outlook(ImportId id, Attached.Leaving leaving) {
        book.get(id).refuseUnless(State.COMMITTED);
        return undoing.outlook(id, leaving);
    }

    /** Whom an undo left, since something had happened with them. */
    @As(Purpose.CUSTOMER)
    public List<Kept> kept(ImportId id) {
        return undoing.named(id);
    }

    private static String named(String name) {
        var bare = name.replaceAll("[\\p{Cntrl}]", "")
                .replaceFirst("^.*[/\\\\]", "")
                .strip();
        return bare.isEmpty() ? "upload" : bare.length() <= 200 ? bare : bare.substring(0, 200);
    }
}
