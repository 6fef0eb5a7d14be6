package fi.seloste.rights;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.RequestId;
import fi.seloste.mailbox.Mailbox;
import fi.seloste.mailbox.Message;
import fi.seloste.mailbox.Nature;
import fi.seloste.store.Letter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private final Arrivals arrivals;
    private final Subjects people;
    private final Mailbox mailbox;

    Replies(Requests requests, Arrivals arrivals, Subjects people, Mailbox mailbox) {
        this.requests = requests;
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
    List<Request> ofSender(Message message, List<Request> open) {
        return open.stream().filter(request -> isOf(request, message)).toList();
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
        var sender = message.sender().address();
        if (sender == null) {
            return false;
        }
        var email = request.asker().email();
        if (email != null
                && EmailAddress.parse(email)
                        .canonical()
                        .equals(EmailAddress.parse(sender).canonical())) {
            return true;
        }
        var person = request.asker().person();
        return person != null
                && people.reachedBy(sender).stream()
                        .anyMatch(match -> match.personId().equals(person.value())
                                && !match.usage().equals("shared"));
    }
}
