package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Weighs an objection (Art. 21(1)). From the moment it is known who objects the data are only stored (Art. 18(1)(d)); then it is upheld, and the
 * use ends, or our grounds override it, which the person is told with the reasons before the data are used again (Art. 18(3)).
 */
@Component
public class Weighing {

    private final Rights rights;
    private final Requests requests;
    private final Balancings balancings;
    private final Answering answering;
    private final Purposes purposes;
    private final Clock clock;

    Weighing(
            Rights rights,
            Requests requests,
            Balancings balancings,
            Answering answering,
            Purposes purposes,
            Clock clock) {
        this.rights = rights;
        this.requests = requests;
        this.balancings = balancings;
        this.answering = answering;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** {@code outcome} is upheld or overridden; the reasons are kept with the request, and sent where it is overridden. */
    public Request weigh(RequestId id, String outcome, String reasons, Actor actor) {
        var found = Balancing.Outcome.of(outcome);
        if (reasons.isBlank()) {
            throw Problem.invalid("reasons", "rights.reason.missing");
        }
        var words = Length.TEXT.checked("reasons", reasons.strip());
        purposes.as(Purpose.RIGHTS, () -> keep(id, found, words, actor));
        return found == Balancing.Outcome.UPHELD
                ? rights.fulfil(id, actor)
                : rights.refuse(id, RefusalGround.COMPELLING_GROUNDS.code(), words, actor);
    }

    private void keep(RequestId id, Balancing.Outcome outcome, String reasons, Actor actor) {
        var request = requests.lock(id);
        if (request.right() != Right.OBJECTION) {
            throw Problem.conflict("rights.balancing.notObjection", request.number());
        }
        request.mustBeUnanswered();
        request.mustBeProved();
        if (outcome == Balancing.Outcome.UPHELD) {
            balancings.add(id, outcome, new Happenings.Made(reasons, clock.instant(), actor));
        }
        answering.record(actor, "objection-weighed", request, Map.of("outcome", outcome.code()));
    }
}
