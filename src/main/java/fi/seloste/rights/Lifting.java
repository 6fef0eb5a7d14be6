package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.base.Sentence;
import fi.seloste.retention.Withholding;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ends a restriction (Art. 18(3)): the person is told first, then the journal, then the register. */
@Component
public class Lifting {

    static final String ACT = "restriction-lifted";

    private final Requests requests;
    private final Restrictions restrictions;
    private final Withholding withholding;
    private final Subjects people;
    private final Answering answering;
    private final JournalBook book;
    private final Purposes purposes;
    private final Clock clock;

    Lifting(
            Requests requests,
            Restrictions restrictions,
            Withholding withholding,
            Subjects people,
            Answering answering,
            JournalBook book,
            Purposes purposes,
            Clock clock) {
        this.requests = requests;
        this.restrictions = restrictions;
        this.withholding = withholding;
        this.people = people;
        this.answering = answering;
        this.book = book;
        this.purposes = purposes;
        this.clock = clock;
    }

    public Request lift(RequestId id, String reason, Actor actor) {
        Length.TEXT.checked("reason", reason);
        var person = purposes.as(Purpose.RIGHTS, () -> restricted(id));
        var line = book.write(new Journal.Entry(id, ACT, person, List.of()));
        return purposes.as(Purpose.RIGHTS, () -> {
            var request = requests.lock(id);
            book.know(line);
            answering.tell(request, "lifting", reason);
            release(id, person, reason, actor);
            answering.record(actor, ACT, request, Map.of("reason", reason));
            return requests.get(id);
        });
    }

    /** Also what a restored database does again for a line of the journal. */
    void release(RequestId id, PersonId person, String reason, Actor actor) {
        restrictions.lift(id, reason, actor, clock.instant());
        if (!restrictions.isRestrictedElsewhere(person, id) && !withholding.isWithheld(person)) {
            people.release(person);
        }
    }

    /** In the running transaction: while an objection was pending the data were only stored (Art. 18(1)(d)); now it is not any more. */
    void endWhilePending(Request request, String reason, Actor actor) {
        if (request.right() != Right.OBJECTION) {
            return;
        }
        restrictions.find(request.id()).filter(one -> one.liftedAt() == null).ifPresent(one -> {
            answering.tell(request, "lifting", Sentence.of("rights.lifting.pending"));
            release(request.id(), new PersonId(one.personId()), reason, actor);
            answering.record(actor, ACT, request, Map.of("reason", reason));
        });
    }

    private PersonId restricted(RequestId id) {
        var request = requests.get(id);
        return restrictions
                .find(id)
                .filter(one -> one.liftedAt() == null)
                .map(one -> new PersonId(one.personId()))
                .orElseThrow(() -> Problem.conflict("rights.restriction.none", request.number()));
    }
}
