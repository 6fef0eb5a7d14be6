package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Deadline;
import fi.seloste.base.Ids;
import fi.seloste.base.LegalTime;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.mailbox.Mailbox;
import fi.seloste.mailbox.Message;
import fi.seloste.mailbox.Nature;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The door to what arrived by mail. Nothing is done by itself but the joining of answers to our own letters: whether a message is a
 * request, and which, somebody says. Until then the sender hears nothing, so that nobody learns who is in the register.
 */
@Component
public class Inbox {

    private static final int WORDS = Length.TEXT.most();
    private static final long LETTERS_AN_HOUR = 5;

    private final Arrivals arrivals;
    private final Requests requests;
    private final Replies replies;
    private final Subjects people;
    private final Taking taking;
    private final Papers papers;
    private final Answering answering;
    private final Mailbox mailbox;
    private final Evidence evidence;
    private final Purposes purposes;
    private final LegalDay today;
    private final Clock clock;

    Inbox(
            Arrivals arrivals,
            Requests requests,
            Replies replies,
            Subjects people,
            Taking taking,
            Papers papers,
            Answering answering,
            Mailbox mailbox,
            Evidence evidence,
            Purposes purposes,
            LegalDay today,
            Clock clock) {
        this.arrivals = arrivals;
        this.requests = requests;
        this.replies = replies;
        this.people = people;
        this.taking = taking;
        this.papers = papers;
        this.answering = answering;
        this.mailbox = mailbox;
        this.evidence = evidence;
        this.purposes = purposes;
        this.today = today;
        this.clock = clock;
    }

    /** How many messages wait, and when the oldest would have to be answered; null where none waits. */
    public record Waiting(long count, @Nullable LocalDate dueOn) {}

    /** What somebody takes a message for: the right, and the address that is written to. */
    public record Taken(Right right, String email, @Nullable String name, String language) {}

    @As(Purpose.RIGHTS)
    public Waiting waiting() {
        var waiting = arrivals.waiting();
        var oldest = waiting.oldest();
        return new Waiting(
                waiting.count(),
                oldest == null
                        ? null
                        : Deadline.ofAnswer(oldest, List.of(), today.get()).due());
    }

    /** Those that wait come oldest first, all others newest first. */
    @As(Purpose.RIGHTS)
    public List<Arrival> list(String state, @Nullable UUID after, int limit) {
        var wanted = Arrival.State.of(state);
        return wanted == Arrival.State.WAITING
                ? arrivals.waiting(after, limit)
                : arrivals.decided(wanted, after, limit);
    }

    @As(Purpose.RIGHTS)
    public Arrival get(UUID id) {
        return arrivals.get(id);
    }

    @EventListener
    void arrived(Message.Arrived event) {
        if (event.box().equals(Mailbox.PRIVACY)) {
            purposes.apart(Purpose.RIGHTS, () -> {
                arrive(event.message());
                return true;
            });
        }
    }

    private void arrive(UUID id) {
        var found = mailbox.find(id);
        if (found.isEmpty() || arrivals.isThere(id)) {
            return;
        }
        var message = found.get();
        var reply = replies.find(message);
        var day = LegalTime.dayOf(message.trail().arrivedAt(), LegalDay.PLACE);
        var state = reply.isPresent()
                ? Arrival.State.JOINED
                : message.nature() == Nature.OWN || message.nature() == Nature.BOUNCE
                        ? Arrival.State.SET_ASIDE
                        : Arrival.State.WAITING;
        var decidedAt = state == Arrival.State.WAITING ? null : clock.instant();
        var request = reply.map(Request::id).orElse(null);
        var arrival = new Arrival(Ids.next(), id, state, day, request, null, decidedAt);
        arrivals.add(arrival, guess(message).map(Guess::right).orElse(null));
        suggested(message, reply.orElse(null)).ifPresent(person -> mailbox.belongsTo(id, person));
        if (reply.isPresent()) {
            var act = message.nature() == Nature.BOUNCE ? "letter-bounced" : "message-joined";
            answering.record(act, reply.get(), Map.of("nature", message.nature().code()));
        } else {
            evidence.record(Acts.SYSTEM, Act.of("message-arrived").about("message", id));
        }
    }

    /** The person of the request it belongs to, else the only one whom the sender's address leads to and who does not share it. */
    private Optional<PersonId> suggested(Message message, @Nullable Request request) {
        if (request != null) {
            return Optional.ofNullable(request.asker().person());
        }
        var sender = message.sender().address();
        var reached = sender == null ? List.<Subjects.Match>of() : people.reachedBy(sender);
        return reached.size() == 1 && !reached.getFirst().usage().equals("shared")
                ? Optional.of(new PersonId(reached.getFirst().personId()))
                : Optional.empty();
    }

    static Optional<Guess> guess(Message message) {
        return Guess.of(message.content().subject() + "\n" + message.content().words());
    }

    /** One press: a request, received on the day the message arrived. Its sender is written to now, and a machine never is. */
    @As(Purpose.RIGHTS)
    public Request take(UUID id, Taken taken, Actor actor) {
        var arrival = arrivals.lock(id);
        arrival.mustBeUndecided();
        var message = mailbox.get(arrival.message());
        var received = new Rights.Received(
                taken.right(), taken.email(), taken.name(), words(message), arrival.receivedOn(), taken.language());
        var request = taking.take(received, "mail", mayBeAnswered(message, received.email()), actor);
        decide(arrival, Arrival.State.TAKEN, request.id(), null, actor);
        belong(request);
        return request;
    }

    /** RFC 3834, and a guard against two machines that find no end. */
    private boolean mayBeAnswered(Message message, String email) {
        return message.nature().mayBeAnswered()
                && requests.countOf(email, clock.instant().minus(Duration.ofHours(1))) < LETTERS_AN_HOUR;
    }

    private static String words(Message message) {
        var text = message.content().subject() + "\n\n" + message.content().words();
        var kept = text.strip();
        if (kept.length() <= WORDS) {
            return kept;
        }
        return kept.substring(0, Character.isHighSurrogate(kept.charAt(WORDS - 1)) ? WORDS - 1 : WORDS);
    }

    /** Part of a request that is open already: an answer, an afterthought, a proof that was asked for. */
    @As(Purpose.RIGHTS)
    public Request join(UUID id, RequestId to, Actor actor) {
        var arrival = arrivals.lock(id);
        arrival.mustBeUndecided();
        var request = requests.lock(to);
        request.mustBeOpen();
        decide(arrival, Arrival.State.JOINED, to, null, actor);
        belong(request);
        answering.record(
                actor,
                "message-joined",
                request,
                Map.of("message", arrival.message().toString()));
        return request;
    }

    /** No request, with the reason. It stays here as long as correspondence is kept, and can be taken up again. */
    @As(Purpose.RIGHTS)
    public Arrival setAside(UUID id, String reason, Actor actor) {
        var arrival = arrivals.lock(id);
        arrival.mustBeUndecided();
        if (reason.isBlank()) {
            throw Problem.invalid("reason", "rights.inbox.reason.missing");
        }
        decide(arrival, Arrival.State.SET_ASIDE, null, Length.LINE.checked("reason", reason.strip()), actor);
        evidence.record(actor, Act.of("message-set-aside").about("message", arrival.message()));
        return arrivals.get(id);
    }

    @As(Purpose.RIGHTS)
    public Arrival takeUpAgain(UUID id, Actor actor) {
        var arrival = arrivals.lock(id);
        arrival.mustBeUndecided();
        decide(arrival, Arrival.State.WAITING, null, null, actor);
        evidence.record(actor, Act.of("message-taken-up").about("message", arrival.message()));
        return arrivals.get(id);
    }

    private void decide(
            Arrival arrival, Arrival.State state, @Nullable RequestId request, @Nullable String reason, Actor actor) {
        arrivals.decide(arrival.id(), state, request, new Arrivals.Decision(reason, clock.instant(), actor));
    }

    private void belong(Request request) {
        var person = request.asker().person();
        if (person != null) {
            papers.belongTo(request, person);
        }
    }
}
