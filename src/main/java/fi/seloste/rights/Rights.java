package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The desk's door to requests: who may act there is said by the pages and the API; each act is evidence. */
@Component
public class Rights {

    private final Requests requests;
    private final Repetitions repetitions;
    private final Happenings happenings;
    private final Taking taking;
    private final Answering answering;
    private final Acts acts;
    private final Redactions redactions;
    private final Balancings balancings;
    private final Lifting lifting;
    private final Progress progress;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Jobs jobs;
    private final LegalDay today;
    private final Clock clock;

    Rights(
            Requests requests,
            Repetitions repetitions,
            Happenings happenings,
            Taking taking,
            Answering answering,
            Acts acts,
            Redactions redactions,
            Balancings balancings,
            Lifting lifting,
            Progress progress,
            Evidence evidence,
            Purposes purposes,
            Jobs jobs,
            LegalDay today,
            Clock clock) {
        this.requests = requests;
        this.repetitions = repetitions;
        this.happenings = happenings;
        this.taking = taking;
        this.answering = answering;
        this.acts = acts;
        this.redactions = redactions;
        this.balancings = balancings;
        this.lifting = lifting;
        this.progress = progress;
        this.evidence = evidence;
        this.purposes = purposes;
        this.jobs = jobs;
        this.today = today;
        this.clock = clock;
    }

    /** A request as it came, by whatever way: no form is compelled (Art. 12(2)), and it counts from the day it reached us. */
    public record Received(
            Right right,
            String email,
            @Nullable String name,
            @Nullable String words,
            @Nullable LocalDate on,
            String language) {

        public Received {
            email = EmailAddress.parse(email).value();
            if (name != null) {
                Length.NAME.checked("name", name);
            }
            if (words != null) {
                Length.TEXT.checked("text", words);
            }
        }
    }

    /** What needs no decision is done before this returns, or by the job where the journal has no room just now. */
    public Request receive(Received received, Actor actor) {
        var channel = actor.kind() == Actor.Kind.STAFF ? "staff" : "program";
        var request = purposes.as(Purpose.RIGHTS, () -> taking.take(received, channel, true, actor));
        if (!request.isDecided()) {
            return request;
        }
        try {
            progress.run(request.id());
        } catch (Problem.Conflict e) {
            if (!e.key().equals("rights.journal.full")) {
                throw e;
            }
        }
        return purposes.as(Purpose.RIGHTS, () -> requests.get(request.id()));
    }

    @As(Purpose.RIGHTS)
    public Request get(RequestId id) {
        return requests.get(id);
    }

    /** Newest first, of one state or of all. */
    @As(Purpose.RIGHTS)
    public List<Request> list(@Nullable String state, @Nullable UUID after, int limit) {
        return requests.page(state == null ? null : Request.State.of(state).code(), after, limit);
    }

    /** Those that wait for us, due first. */
    @As(Purpose.RIGHTS)
    public List<Request> open(int limit) {
        return requests.open(limit);
    }

    @As(Purpose.RIGHTS)
    public long countOpen() {
        return requests.countOpen();
    }

    @As(Purpose.RIGHTS)
    public List<PersonId> candidates(RequestId id) {
        return requests.candidates(id).stream()
                .map(candidate -> new PersonId(candidate.personId()))
                .toList();
    }

    /** Art. 12(3): told within the first month, with the reason. */
    @As(Purpose.RIGHTS)
    public Request extend(RequestId id, String reason, Actor actor) {
        var request = requests.lock(id);
        request.mustBeExtendable(today.get());
        happenings.extend(id, today.get(), made(reason, actor));
        var extended = requests.get(id);
        answering.tell(extended, "extended", extended.deadline(today.get()).due(), reason.strip());
        answering.record(actor, "request-extended", extended, Map.of("reason", reason));
        return extended;
    }

    /** The clock stands while the person is asked who they are or what they mean. */
    @As(Purpose.RIGHTS)
    public Request suspend(RequestId id, String reason, boolean lateForCause, Actor actor) {
        var request = requests.lock(id);
        request.mustBeSuspendable();
        happenings.suspend(id, today.get(), lateForCause, made(reason, actor));
        answering.tell(request, "suspended", reason.strip());
        answering.record(actor, "request-suspended", request, Map.of("reason", reason));
        return requests.get(id);
    }

    /** The answer to our question came. */
    @As(Purpose.RIGHTS)
    public Request resume(RequestId id, Actor actor) {
        var request = requests.lock(id);
        if (!happenings.resume(id, today.get())) {
            throw Problem.conflict("rights.suspension.none", request.number());
        }
        answering.record(actor, "request-resumed", request, Map.of());
        return requests.get(id);
    }

    /** Art. 12(4): with the reason, the authority and the courts. */
    @As(Purpose.RIGHTS)
    public Request refuse(RequestId id, String ground, @Nullable String reason, Actor actor) {
        var request = requests.lock(id);
        request.mustBeUnanswered();
        var known = RefusalGround.of(ground, request.right());
        var words = reason == null ? "" : Length.TEXT.checked("reason", reason.strip());
        var made = known == RefusalGround.COMPELLING_GROUNDS
                ? made(words, actor) // Art. 21(1): the controller demonstrates them
                : new Happenings.Made(words, clock.instant(), actor);
        happenings.refuse(id, known, made);
        if (known == RefusalGround.COMPELLING_GROUNDS) {
            balancings.add(id, Balancing.Outcome.OVERRIDDEN, made);
        }
        answering.tellAll(request, "refused", known.words(), words);
        answering.endAll(request, Request.State.REFUSED);
        lifting.endWhilePending(request, "objection not upheld", actor);
        answering.record(actor, "request-refused", request, Map.of("ground", known.code(), "reason", words));
        return requests.get(id);
    }

    /** The person no longer asks. */
    @As(Purpose.RIGHTS)
    public Request withdraw(RequestId id, Actor actor) {
        var request = requests.lock(id);
        request.mustBeUnanswered();
        requests.end(id, Request.State.WITHDRAWN, clock.instant());
        answering.tell(request, "withdrawn");
        lifting.endWhilePending(request, "objection taken back", actor);
        answering.record(actor, "request-withdrawn", request, Map.of());
        return requests.get(id);
    }

    /** Releases our part at once: decided in one transaction, put into the journal, then done step by step. */
    public Request fulfil(RequestId id, Actor actor) {
        purposes.as(Purpose.RIGHTS, () -> decide(id, actor));
        try {
            progress.run(id);
        } catch (Problem.Conflict e) {
            if (e.key().equals("rights.journal.full")) {
                purposes.as(Purpose.RIGHTS, () -> requests.undecide(id));
            }
            throw e;
        }
        return purposes.as(Purpose.RIGHTS, () -> requests.get(id));
    }

    private void decide(RequestId id, Actor actor) {
        var request = requests.lock(id);
        if (request.state() == Request.State.ANSWERED_PARTLY) {
            happenings.again(id, Step.SCAN); // what was found may have been mended since
            return;
        }
        if (request.right().isAtOnce() && request.isDecided()) {
            return; // done when it came in
        }
        request.mustBeUnanswered();
        request.mustBeProved();
        if (request.course().received().matchedAt() == null) {
            throw Problem.conflict("rights.identity.choose", request.number());
        }
        redactions.mustBeDecided(request);
        refuseErasureBeforeAnswers(request);
        acts.mustHaveEffect(request);
        if (request.right() == Right.OBJECTION) {
            balancings.add(id, Balancing.Outcome.UPHELD, new Happenings.Made("", clock.instant(), actor));
        }
        requests.decide(id, actor, clock.instant());
        matchLinked(request);
        answering.record(
                actor,
                "request-decided",
                request,
                Map.of("right", request.right().code()));
        jobs.later(Progress.JOB, id.toString());
    }

    /** Whoever linked them said that they are of one person: an erasure takes the address of the later one too. */
    private void matchLinked(Request request) {
        var person = request.asker().person();
        if (person != null) {
            repetitions.waitingFor(request.id()).stream()
                    .filter(other -> other.asker().person() == null)
                    .forEach(other -> requests.matched(other.id(), person, clock.instant()));
        }
    }

    /** Whoever proved to be the person and waits for a copy would find nothing any more. */
    private void refuseErasureBeforeAnswers(Request request) {
        var person = request.asker().person();
        if (request.right() != Right.ERASURE || person == null) {
            return;
        }
        var waiting = requests.ofPerson(person).stream()
                .filter(other ->
                        !other.id().equals(request.id()) && other.state().isOpen())
                .filter(other -> !repetitions.isOf(other.id(), request.id()))
                .filter(other -> other.isProved() && other.course().outcome().answeredAt() == null)
                .map(Request::number)
                .toList();
        if (!waiting.isEmpty()) {
            throw Problem.conflict("rights.erasure.waiting", request.number(), String.join(", ", waiting));
        }
    }

    @As(Purpose.RIGHTS)
    public List<Evidence.Line> evidence(RequestId id) {
        return evidence.about(requests.get(id).id().value());
    }

    /** A part of it, after the entry that was shown last. */
    @As(Purpose.RIGHTS)
    public List<Evidence.Line> evidence(RequestId id, @Nullable UUID after, int limit) {
        return evidence.about(requests.get(id).id().value(), after, limit);
    }

    private Happenings.Made made(String reason, Actor actor) {
        if (reason.isBlank()) {
            throw Problem.invalid("reason", "rights.reason.missing");
        }
        return new Happenings.Made(Length.TEXT.checked("reason", reason.strip()), clock.instant(), actor);
    }
}
