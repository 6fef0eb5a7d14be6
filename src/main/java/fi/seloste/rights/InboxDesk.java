package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.mailbox.Doubt;
import fi.seloste.mailbox.Mailbox;
import fi.seloste.mailbox.Message;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out what arrived by mail. Opening a message that is linked to a person is a look at their data. */
@Component
class InboxDesk {

    private static final int SHOWN = 50;
    private static final int BEGINNING = 160;
    private static final int OPEN = 200;

    private final Inbox inbox;
    private final Replies replies;
    private final Requests requests;
    private final RequestLists lists;
    private final Subjects people;
    private final Mailbox mailbox;
    private final Evidence evidence;
    private final LegalDay today;

    InboxDesk(
            Inbox inbox,
            Replies replies,
            Requests requests,
            RequestLists lists,
            Subjects people,
            Mailbox mailbox,
            Evidence evidence,
            LegalDay today) {
        this.inbox = inbox;
        this.replies = replies;
        this.requests = requests;
        this.lists = lists;
        this.people = people;
        this.mailbox = mailbox;
        this.evidence = evidence;
        this.today = today;
    }

    @As(Purpose.RIGHTS)
    public InboxPage list(String state, @Nullable UUID after, Actor actor) {
        var found = inbox.list(state, after, SHOWN + 1);
        boolean more = found.size() > SHOWN;
        var shown = more ? found.subList(0, SHOWN) : found;
        return new InboxPage(
                state,
                rows(shown, actor),
                lists.counts(),
                more ? shown.getLast().id().toString() : null);
    }

    /** Several at once, with the beginnings of what they say. */
    List<InboxPage.Row> rows(List<Arrival> shown, Actor actor) {
        var messages = mailbox.beginnings(shown.stream().map(Arrival::message).toList()).stream()
                .collect(Collectors.toMap(Message::id, Function.identity()));
        evidence.consulted(
                actor,
                Evidence.How.LIST,
                messages.values().stream()
                        .map(Message::person)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return shown.stream()
                .map(one -> row(one, Objects.requireNonNull(messages.get(one.message()))))
                .toList();
    }

    private InboxPage.Row row(Arrival arrival, Message message) {
        var words = message.content().words().replaceAll("\\s+", " ").strip();
        return new InboxPage.Row(
                arrival.id().toString(),
                from(message),
                new InboxPage.Said(
                        message.content().subject(),
                        words.length() > BEGINNING ? words.substring(0, BEGINNING) + "…" : words),
                message.nature().code(),
                Inbox.guess(message).map(guess -> guess.right().code()).orElse(""),
                new InboxPage.Due(
                        message.trail().arrivedAt(),
                        arrival.dueOn(today.get()),
                        ChronoUnit.DAYS.between(today.get(), arrival.dueOn(today.get()))));
    }

    private static String from(Message message) {
        var sender = message.sender();
        return sender.name() != null ? sender.name() : sender.address() == null ? "" : sender.address();
    }

    @As(Purpose.RIGHTS)
    public ArrivalPage page(UUID id, @Nullable TakeForm form, Errors errors, Actor actor, Locale language) {
        var arrival = inbox.get(id);
        var message = mailbox.get(arrival.message());
        var person = message.person();
        if (person != null) {
            evidence.consulted(actor, Evidence.How.PAGE, List.of(person));
        }
        return new ArrivalPage(
                head(arrival, message),
                new ArrivalPage.Words(
                        message.content().subject(), message.content().words(), files(arrival)),
                fate(arrival),
                choice(message, form, language),
                errors);
    }

    private ArrivalPage.Head head(Arrival arrival, Message message) {
        LocalDate due = arrival.dueOn(today.get());
        return new ArrivalPage.Head(
                arrival.id().toString(),
                new ArrivalPage.From(
                        message.sender().address(), message.sender().name()),
                new ArrivalPage.Times(
                        message.trail().arrivedAt(),
                        message.trail().writtenAt(),
                        arrival.receivedOn(),
                        due,
                        ChronoUnit.DAYS.between(today.get(), due)),
                message.nature().code(),
                message.content().doubts().stream().sorted().map(Doubt::code).toList());
    }

    List<ArrivalPage.File> files(Arrival arrival) {
        return mailbox.attachments(arrival.message()).stream()
                .map(one -> new ArrivalPage.File(one.id().toString(), one.name(), one.mediaType(), one.bytes()))
                .toList();
    }

    private ArrivalPage.Fate fate(Arrival arrival) {
        var request = arrival.request() == null ? null : requests.get(arrival.request());
        return new ArrivalPage.Fate(
                arrival.state().code(), request == null ? null : joint(request, true), arrival.reason());
    }

    private static ArrivalPage.Joint joint(Request request, boolean same) {
        return new ArrivalPage.Joint(
                request.id().toString(), request.number(), request.right().code(), same);
    }

    private ArrivalPage.Choice choice(Message message, @Nullable TakeForm form, Locale language) {
        var guess = Inbox.guess(message);
        var beforehand = new TakeForm(
                guess.map(Guess::right).orElse(Right.ACCESS).code(),
                Objects.requireNonNullElse(message.sender().address(), ""),
                Objects.requireNonNullElse(message.sender().name(), ""),
                guess.map(Guess::language).orElse(language.getLanguage()));
        var same = replies.ofSender(message);
        return new ArrivalPage.Choice(
                form == null ? beforehand : form.shown(),
                guess.map(Guess::words).orElse(List.of()),
                candidates(message),
                Stream.concat(
                                same.stream().map(request -> joint(request, true)),
                                requests.open(OPEN).stream()
                                        .filter(request -> !same.contains(request))
                                        .map(request -> joint(request, false)))
                        .toList(),
                Arrays.stream(Right.values()).map(Right::code).toList());
    }

    List<RequestPage.Candidate> candidates(Message message) {
        var sender = message.sender().address();
        return sender == null
                ? List.of()
                : people.reachedBy(sender).stream()
                        .map(match -> new RequestPage.Candidate(
                                match.personId().toString(),
                                people.name(new PersonId(match.personId())),
                                match.usage()))
                        .toList();
    }

    /** A file that hung on a message, for download only. */
    record Opened(String name, String mediaType, InputStream content) {}

    @As(Purpose.RIGHTS)
    public Opened open(UUID arrival, UUID attachment, Actor actor) {
        var message = inbox.get(arrival).message();
        var file = mailbox.attachments(message).stream()
                .filter(one -> one.id().equals(attachment))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("file"));
        Optional.ofNullable(mailbox.get(message).person())
                .ifPresent(person -> evidence.consulted(actor, Evidence.How.EXPORT, List.of(person)));
        return new Opened(file.name(), file.mediaType(), mailbox.open(file));
    }

    /** As programs see a message. */
    @As(Purpose.RIGHTS)
    public ArrivalJson json(Arrival arrival, Actor actor) {
        var message = mailbox.get(arrival.message());
        var person = message.person();
        if (person != null) {
            evidence.consulted(actor, Evidence.How.API, List.of(person));
        }
        return new ArrivalJson(
                arrival.id(),
                arrival.state().code(),
                message.sender().address(),
                message.sender().name(),
                message.content().subject(),
                message.content().words(),
                message.nature().code(),
                message.content().doubts().stream().sorted().map(Doubt::code).toList(),
                message.trail().arrivedAt(),
                arrival.receivedOn(),
                arrival.dueOn(today.get()),
                files(arrival).stream().map(InboxDesk::attached).toList(),
                candidates(message).stream()
                        .map(one -> UUID.fromString(one.id()))
                        .toList(),
                Inbox.guess(message)
                        .map(guess -> new ArrivalJson.Guessed(guess.right().code(), guess.words()))
                        .orElse(null),
                arrival.request() == null ? null : arrival.request().value());
    }

    private static ArrivalJson.Attached attached(ArrivalPage.File file) {
        return new ArrivalJson.Attached(UUID.fromString(file.id()), file.name(), file.mediaType(), file.bytes());
    }
}
