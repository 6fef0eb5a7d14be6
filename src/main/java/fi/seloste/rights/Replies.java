package fi.seloste.rights;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.RequestId;
import fi.seloste.mailbox.Mailbox;
import fi.seloste.mailbox.Message;
import fi.seloste.mailbox.Nature;
import fi.seloste.store.Letter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * To which open request a message belongs: by the letter of ours that it answers, by an earlier message of the same exchange, or by the
 * number in its subject. A number can be guessed and an address forged, so the address must be one of the request's as well, and what is
 * joined is shown as said by that address, not as proved.
 */
@Component
class Replies {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d-])(20\\d{2}-\\d{4,6})(?![\\d-])");

    private final Requests requests;
    private final Repetitions repetitions;
    private final Arrivals arrivals;
    private final Subjects people;
    private final Mailbox mailbox;

    Replies(Requests requests, Repetitions repetitions, Arrivals arrivals, Subjects people, Mailbox mailbox) {
        this.requests = requests;
        this.repetitions = repetitions;
        this.arrivals = arrivals;
        this.people = people;
        this.mailbox = mailbox;
    }

    Optional<Request> find(Message message) {
        var letters = message.trail().refersTo().stream()
                .flatMap(id -> Letter.named(id).stream())
                .toList();
        var answered = arrivals.ofLetters(letters).flatMap(this::open);
        if (message.nature() == Nature.BOUNCE) {
            return answered; // a server says it, under a name that cannot be guessed
        }
        return answered.filter(request -> isOf(request, message))
                .or(() -> arrivals.ofMessages(mailbox.named(message.trail().refersTo()))
                        .flatMap(this::open)
                        .filter(request -> isOf(request, message)))
                .or(() -> named(message.content().subject()).stream()
                        .filter(request -> isOf(request, message))
                        .findFirst());
    }

    /** Open requests of the same address or person: what a message may be joined to by hand comes first. */
    List<Request> ofSender(Message message) {
        return sender(message)
                .map(from -> repetitions.openLike(List.copyOf(from.people()), from.canonical()).stream()
                        .filter(from::asked)
                        .toList())
                .orElse(List.of());
    }

    private List<Request> named(String subject) {
        return NUMBER.matcher(subject)
                .results()
                .limit(5)
                .flatMap(found -> requests.numbered(found.group(1)).stream())
                .filter(request -> request.state().isOpen())
                .toList();
    }

    private Optional<Request> open(RequestId id) {
        return requests.find(id).filter(request -> request.state().isOpen());
    }

    private boolean isOf(Request request, Message message) {
        return sender(message).filter(from -> from.asked(request)).isPresent();
    }

    /** Who wrote: by the address, and by whom it leads to and nobody shares; read once, however many requests it is held against. */
    private record Sender(String canonical, Set<UUID> people) {

        boolean asked(Request request) {
            var email = request.asker().email();
            var person = request.asker().person();
            return (email != null && EmailAddress.parse(email).canonical().equals(canonical))
                    || (person != null && people.contains(person.value()));
        }
    }

    private Optional<Sender> sender(Message message) {
        return Optional.ofNullable(message.sender().address())
                .map(address -> new Sender(
                        EmailAddress.parse(address).canonical(),
                        people.reachedBy(address).stream()
                                .filter(match -> !match.usage().equals("shared"))
                                .map(Subjects.Match::personId)
                                .collect(Collectors.toSet())));
    }
}
