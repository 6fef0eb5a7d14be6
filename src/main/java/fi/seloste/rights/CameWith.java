package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.EmailAddress;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.evidence.Evidence;
import fi.seloste.mailbox.Mailbox;
import fi.seloste.mailbox.Message;
import fi.seloste.mailbox.TypedByContent;
import fi.seloste.store.As;
import fi.seloste.store.Blobs;
import fi.seloste.store.Purpose;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What came with a request and to it: messages, the scan of a letter, and the same request once more. */
@Component
class CameWith {

    private static final int SHOWN = 50;

    private final Requests requests;
    private final Arrivals arrivals;
    private final Enclosures enclosures;
    private final Repetitions repetitions;
    private final Mailbox mailbox;
    private final Blobs blobs;
    private final TypedByContent typed;
    private final Answering answering;
    private final Evidence evidence;
    private final Clock clock;

    CameWith(
            Requests requests,
            Arrivals arrivals,
            Enclosures enclosures,
            Repetitions repetitions,
            Mailbox mailbox,
            Blobs blobs,
            TypedByContent typed,
            Answering answering,
            Evidence evidence,
            Clock clock) {
        this.requests = requests;
        this.arrivals = arrivals;
        this.enclosures = enclosures;
        this.repetitions = repetitions;
        this.mailbox = mailbox;
        this.blobs = blobs;
        this.typed = typed;
        this.answering = answering;
        this.evidence = evidence;
        this.clock = clock;
    }

    RequestPage.Came with(Request request) {
        var first = repetitions.earliest(request.id()).flatMap(requests::find);
        return new RequestPage.Came(
                mails(request.id()),
                listed(request.id()),
                first.isPresent()
                        ? List.of()
                        : sameAs(request).limit(SHOWN).map(CameWith::same).toList(),
                first.map(CameWith::same).orElse(null));
    }

    @As(Purpose.RIGHTS)
    public List<RequestPage.File> files(RequestId request) {
        return listed(requests.get(request).id());
    }

    private List<RequestPage.File> listed(RequestId request) {
        return enclosures.of(request).stream()
                .map(one ->
                        new RequestPage.File(one.enclosureId().toString(), one.name(), one.mediaType(), one.bytes()))
                .toList();
    }

    private List<RequestPage.Mail> mails(RequestId request) {
        var arrived = arrivals.ofRequest(request);
        var messages = mailbox.beginnings(arrived.stream().map(Arrival::message).toList()).stream()
                .collect(Collectors.toMap(Message::id, Function.identity()));
        return arrived.stream()
                .map(one -> mail(one, Objects.requireNonNull(messages.get(one.message()))))
                .toList();
    }

    private static RequestPage.Mail mail(Arrival arrival, Message message) {
        var sender = message.sender();
        return new RequestPage.Mail(
                arrival.id().toString(),
                Objects.requireNonNullElse(sender.name(), Objects.requireNonNullElse(sender.address(), "")),
                message.content().subject(),
                message.nature().code(),
                message.trail().arrivedAt());
    }

    private static RequestPage.Same same(Request request) {
        return new RequestPage.Same(
                request.id().toString(),
                request.number(),
                request.course().received().on());
    }

    /** Other open requests for the same right by the same person, or from the same address while it is not known whose it is. */
    private Stream<Request> sameAs(Request request) {
        return request.isDecided() || !request.state().isOpen()
                ? Stream.empty()
                : repetitions.openLike(people(request), request.asker().email()).stream()
                        .filter(other ->
                                !other.isDecided() && !other.id().equals(request.id()) && isSame(request, other))
                        .filter(other -> repetitions.earliest(other.id()).isEmpty());
    }

    private static List<UUID> people(Request request) {
        var person = request.asker().person();
        return person == null ? List.of() : List.of(person.value());
    }

    private static boolean isSame(Request one, Request other) {
        var person = one.asker().person();
        var otherPerson = other.asker().person();
        if (one.right() != other.right()) {
            return false;
        }
        return person != null && otherPerson != null
                ? person.equals(otherPerson)
                : canonical(one).equals(canonical(other)) && !canonical(one).isEmpty();
    }

    private static String canonical(Request request) {
        var email = request.asker().email();
        return email == null ? "" : EmailAddress.parse(email).canonical();
    }

    /** Two that ask for the same: the clock of the earlier runs for both, and its answer is theirs. */
    @As(Purpose.RIGHTS)
    public void link(RequestId one, RequestId other, Actor actor) {
        var request = requests.lock(one);
        var same = requests.lock(other);
        request.mustBeUnanswered();
        same.mustBeUnanswered();
        if (one.equals(other) || !isSame(request, same)) {
            throw Problem.conflict("rights.same.not", request.number(), same.number());
        }
        boolean cameFirst = same.course()
                .received()
                .on()
                .isAfter(request.course().received().on());
        var first = cameFirst ? request : same;
        var later = cameFirst ? same : request;
        var root = repetitions.earliest(first.id()).orElse(first.id());
        if (root.equals(later.id())) {
            throw Problem.conflict("rights.same.already", request.number(), same.number());
        }
        repetitions.add(later.id(), root, clock.instant(), actor.staff());
        answering.record(actor, "request-linked", later, Map.of("earlier", first.number()));
    }

    @As(Purpose.RIGHTS)
    public void part(RequestId later, Actor actor) {
        var request = requests.lock(later);
        request.mustBeUnanswered();
        repetitions.remove(later);
        answering.record(actor, "request-parted", request, Map.of());
    }

    /** The scan of a letter. It goes with the request, and with the person. */
    @As(Purpose.RIGHTS)
    public void enclose(RequestId id, String name, long bytes, InputStream content, Actor actor) {
        var request = requests.lock(id);
        var file = typed.of(content, name);
        var label = new Blobs.Label(
                TypedByContent.plainName(file.mediaType()),
                file.mediaType(),
                request.asker().person());
        var blob = blobs.keep(label, file.content());
        enclosures.add(
                id,
                new Enclosures.Enclosure(Ids.next(), blob, plain(name), file.mediaType(), bytes, clock.instant()),
                actor.staff());
        answering.record(actor, "file-enclosed", request, Map.of("bytes", bytes));
    }

    private static String plain(String name) {
        var last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\"<>|:*?]", "_")
                .strip();
        return last.isEmpty() ? "file" : last.substring(0, Math.min(200, last.length()));
    }

    @As(Purpose.RIGHTS)
    public InboxDesk.Opened open(RequestId id, UUID enclosure, Actor actor) {
        var one = enclosures.get(id, enclosure);
        var person = requests.get(id).asker().person();
        if (person != null) {
            evidence.consulted(actor, Evidence.How.EXPORT, List.of(person));
        }
        return new InboxDesk.Opened(one.name(), one.mediaType(), blobs.open(one.blobId()));
    }
}
