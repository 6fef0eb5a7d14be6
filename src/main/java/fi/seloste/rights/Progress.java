package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a request from step to step. Each step is one transaction that ends with its row; whoever comes after a crash does what has no row
 * yet, so that the end is the same wherever it was killed.
 */
@Component
class Progress implements Job {

    static final String JOB = "rights";

    private final Requests requests;
    private final Happenings happenings;
    private final RecipientTasks tasks;
    private final Acts acts;
    private final Answering answering;
    private final Erasing erasing;
    private final Subjects people;
    private final Journal journal;
    private final JournalBook book;
    private final Parts parts;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Clock clock;

    Progress(
            Requests requests,
            Happenings happenings,
            RecipientTasks tasks,
            Acts acts,
            Answering answering,
            Erasing erasing,
            Subjects people,
            Journal journal,
            JournalBook book,
            Parts parts,
            Purposes purposes,
            JdbcClient jdbc,
            Clock clock) {
        this.requests = requests;
        this.happenings = happenings;
        this.tasks = tasks;
        this.acts = acts;
        this.answering = answering;
        this.erasing = erasing;
        this.people = people;
        this.journal = journal;
        this.book = book;
        this.parts = parts;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String instance) {
        run(RequestId.valueOf(instance));
    }

    /** As far as it goes by itself. Called outside any transaction. */
    void run(RequestId id) {
        var next = next(id);
        while (next.isPresent() && performed(id, next.get())) {
            next = next(id);
        }
    }

    /** The job comes after half a second, also where whoever decided is still at it; of two at one step one does it. */
    private boolean performed(RequestId id, Step step) {
        try {
            return perform(id, step);
        } catch (ConcurrencyFailureException | DuplicateKeyException e) {
            if (purposes.apart(Purpose.RIGHTS, () -> happenings.isDone(id, step))) {
                return true;
            }
            throw e;
        }
    }

    private Optional<Step> next(RequestId id) {
        return purposes.apart(
                Purpose.RIGHTS,
                () -> requests.find(id)
                        .filter(request -> request.state().isOpen())
                        .flatMap(request -> Step.of(request).stream()
                                .filter(step -> !happenings.isDone(id, step))
                                .findFirst()));
    }

    private boolean perform(RequestId id, Step step) {
        return switch (step) {
            case COLLECT -> inOne(id, step, this::collect);
            case JOURNAL -> journal(id);
            case ACT -> inOne(id, step, request -> acts.perform(request, journalled(request)));
            case SCAN -> scan(id);
            case ANSWER -> inOne(id, step, answering::answer);
            case CLOSE -> close(id);
        };
    }

    private boolean inOne(RequestId id, Step step, java.util.function.Consumer<Request> work) {
        return purposes.apart(Purpose.RIGHTS, () -> {
            if (step == Step.ACT) {
                // One view of the data for all files of an answer; said before the first query.
                jdbc.sql("set transaction isolation level repeatable read").update();
            }
            var request = requests.lock(id);
            if (!happenings.isDone(id, step)) {
                work.accept(request);
                happenings.done(id, step, clock.instant());
            }
            return true;
        });
    }

    private void collect(Request request) {
        var person = request.asker().person();
        if (person != null) {
            tasks.note(request, person);
            if (request.right() == Right.OBJECTION && !request.isDecided()) {
                acts.pending(request, person);
                answering.tell(request, "pending-objection");
                answering.record("restricted-while-pending", request, java.util.Map.of());
            }
        }
        if (request.state() == Request.State.COLLECTING) {
            requests.become(request.id(), Request.State.REVIEW);
        }
    }

    /** On the disk first, in the database second: a line without its row is found again, a row without its line cannot be. */
    private boolean journal(RequestId id) {
        var request = purposes.apart(Purpose.RIGHTS, () -> requests.get(id));
        var line = book.write(entry(request));
        return inOne(id, Step.JOURNAL, one -> book.know(line));
    }

    private Journal.Entry entry(Request request) {
        var person = request.asker().person();
        var prints = person == null ? acts.prints(request) : prints(person);
        return new Journal.Entry(request.id(), request.right().code(), person, prints)
                .of(purposes.apart(Purpose.RIGHTS, () -> parts.of(request.id())));
    }

    private List<Journal.Print> prints(PersonId person) {
        return purposes.apart(Purpose.RIGHTS, () -> people.prints(person));
    }

    private List<Journal.Print> journalled(Request request) {
        return journal.find(request.id(), request.right().code())
                .map(Journal.Line::prints)
                .orElse(List.of());
    }

    /** The search reads as the owner, on another login, so it stands between two transactions of ours. */
    private boolean scan(RequestId id) {
        var sealed = purposes.apart(Purpose.RIGHTS, () -> erasing.sealed(id));
        boolean foundBefore = purposes.apart(Purpose.RIGHTS, () -> erasing.hits(id)) > 0;
        var found = foundBefore ? erasing.scanWhole(sealed) : erasing.scan(sealed);
        return inOne(id, Step.SCAN, request -> erasing.certify(request, found));
    }

    /** Open while a recipient's task is, or while something erased was still found: never complete by silence. */
    private boolean close(RequestId id) {
        return purposes.apart(Purpose.RIGHTS, () -> {
            var request = requests.lock(id);
            boolean pending = tasks.list(id).stream().anyMatch(RecipientTask::isPending) || erasing.hits(id) > 0;
            if (pending) {
                requests.become(id, Request.State.ANSWERED_PARTLY);
                return false;
            }
            answering.reissue(request);
            answering.endAll(request, Request.State.CLOSED);
            happenings.done(id, Step.CLOSE, clock.instant());
            return true;
        });
    }
}
