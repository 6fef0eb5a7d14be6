package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.base.Sentence;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.retention.Withholding;
import fi.seloste.store.Job;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Ends a restriction (Art. 18(3)): the person is told first. The decision with its reason is kept, then it stands in the journal, then it is
 * done; killed in between, a job carries it on.
 */
@Component
public class Lifting implements Job {

    static final String ACT = "restriction-lifted";
    private static final String JOB = "lift-restriction";

    private final Requests requests;
    private final Restrictions restrictions;
    private final PartialRestrictions partial;
    private final Withholding withholding;
    private final Subjects people;
    private final Answering answering;
    private final JournalBook book;
    private final Purposes purposes;
    private final Jobs jobs;
    private final Clock clock;

    Lifting(
            Requests requests,
            Restrictions restrictions,
            PartialRestrictions partial,
            Withholding withholding,
            Subjects people,
            Answering answering,
            JournalBook book,
            Purposes purposes,
            Jobs jobs,
            Clock clock) {
        this.requests = requests;
        this.restrictions = restrictions;
        this.partial = partial;
        this.withholding = withholding;
        this.people = people;
        this.answering = answering;
        this.book = book;
        this.purposes = purposes;
        this.jobs = jobs;
        this.clock = clock;
    }

    public Request lift(RequestId id, String reason, Actor actor) {
        Length.TEXT.checked("reason", reason);
        purposes.as(Purpose.RIGHTS, () -> decide(id, reason, actor));
        try {
            carryOut(id, actor);
        } catch (Problem.Conflict e) {
            purposes.as(Purpose.RIGHTS, () -> restrictions.decideLifting(id, null, null));
            throw e;
        }
        return purposes.as(Purpose.RIGHTS, () -> requests.get(id));
    }

    private void decide(RequestId id, String reason, Actor actor) {
        var request = requests.lock(id);
        if (restrictions.find(id).filter(one -> one.liftedAt() == null).isEmpty()) {
            throw Problem.conflict("rights.restriction.none", request.number());
        }
        restrictions.decideLifting(id, reason, actor.staff());
        jobs.later(JOB, id.toString());
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String instance) {
        carryOut(RequestId.valueOf(instance));
    }

    /** What was decided before a crash. */
    void carryOut(RequestId id) {
        decided(id)
                .ifPresent(one -> carryOut(
                        id,
                        one.liftedBy() == null ? Acts.SYSTEM : new Actor(Actor.Kind.STAFF, one.liftedBy(), "staff")));
    }

    /** Whether somebody decided to lift it, and this database knows why. */
    boolean isDecided(RequestId id) {
        return decided(id).isPresent();
    }

    private void carryOut(RequestId id, Actor actor) {
        decided(id).map(one -> new PersonId(one.personId())).ifPresent(person -> {
            var line = book.write(new Journal.Entry(id, ACT, person, List.of()));
            purposes.apart(Purpose.RIGHTS, () -> {
                end(requests.lock(id), person, line, actor);
                return true;
            });
        });
    }

    private Optional<Restrictions.Restriction> decided(RequestId id) {
        return purposes.apart(
                Purpose.RIGHTS, () -> restrictions.find(id).filter(Restrictions.Restriction::isToBeLifted));
    }

    /** In the running transaction; of two at the same time one does it. */
    private void end(Request request, PersonId person, Journal.Line line, Actor actor) {
        var reason = restrictions
                .find(request.id())
                .filter(Restrictions.Restriction::isToBeLifted)
                .map(Restrictions.Restriction::liftedFor);
        if (reason.isPresent()) {
            book.know(line);
            answering.tell(request, "lifting", reason.get());
            release(request.id(), person, reason.get(), actor);
            answering.record(actor, ACT, request, Map.of("reason", reason.get()));
        }
    }

    /** For a database that is older than the line: the person was told then. */
    void repeat(Journal.Line line, PersonId person) {
        release(line.request(), person, "journal", Acts.SYSTEM);
        book.know(line);
    }

    void release(RequestId id, PersonId person, String reason, Actor actor) {
        restrictions.lift(id, reason, actor, clock.instant());
        partial.remove(id);
        if (!restrictions.isRestrictedElsewhere(person, id) && !withholding.isWithheld(person)) {
            people.release(person);
        }
    }

    /**
     * In the running transaction: while an objection was pending the data were only stored (Art. 18(1)(d)); now it is not any more. A restore of a
     * database in which it still pends ends it again.
     */
    void endWhilePending(Request request, String reason, Actor actor) {
        if (request.right() != Right.OBJECTION) {
            return;
        }
        restrictions.find(request.id()).filter(one -> one.liftedAt() == null).ifPresent(one -> {
            answering.tell(request, "lifting", Sentence.of("rights.lifting.pending"));
            release(request.id(), new PersonId(one.personId()), reason, actor);
            answering.record(actor, ACT, request, Map.of("reason", reason));
            jobs.later(EndedObjections.NAME, request.id().toString());
        });
    }
}
