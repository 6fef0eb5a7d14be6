package fi.seloste.forms;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Problem;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Goes on with what came in: asks the address, or takes it in. Whether an address is known is looked at here and never at the page, so neither
 * the page's words nor its time tell who is in the register. Done again after a crash it is done once.
 */
@Component
class Intake implements Job {

    static final String JOB = "forms-intake";

    private static final long LETTERS_AN_HOUR = 3;
    /** So many in one transaction: nobody who works on the register waits long for a row of theirs. */
    private static final int AT_ONCE = 25;

    private final Arrivals arrivals;
    private final FormRecords forms;
    private final Kinds kinds;
    private final Matching matching;
    private final Taking taking;
    private final Tokens tokens;
    private final Letters letters;
    private final Purposes purposes;
    private final Clock clock;

    Intake(
            Arrivals arrivals,
            FormRecords forms,
            Kinds kinds,
            Matching matching,
            Taking taking,
            Tokens tokens,
            Letters letters,
            Purposes purposes,
            Clock clock) {
        this.arrivals = arrivals;
        this.forms = forms;
        this.kinds = kinds;
        this.matching = matching;
        this.taking = taking;
        this.tokens = tokens;
        this.letters = letters;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String instance) {
        var ids = purposes.apart(Purpose.CUSTOMER, () -> arrivals.together(UUID.fromString(instance)));
        RuntimeException trouble = null;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var found = trouble(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            trouble = found == null ? trouble : found;
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    /** One of them may be in the way of all, so each is tried by itself then. What fails by itself is left, for the job to try again later. */
    private @Nullable RuntimeException trouble(List<UUID> some) {
        try {
            goOn(some);
            return null;
        } catch (RuntimeException e) {
            return some.size() == 1
                    ? e
                    : some.stream()
                            .map(id -> trouble(List.of(id)))
                            .filter(Objects::nonNull)
                            .reduce((first, last) -> last)
                            .orElse(null);
        }
    }

    private void goOn(List<UUID> ids) {
        purposes.apart(
                        Purpose.CUSTOMER,
                        () -> arrivals.hold(ids).stream()
                                .flatMap(one -> goOn(one).stream())
                                .toList())
                .forEach(this::handOver);
    }

    /** What another module takes over, in its own purpose and transaction, and where to. */
    private record Onward(Destination to, Destination.Arrived what) {}

    private Optional<Onward> goOn(Arrival arrival) {
        var form = forms.find(arrival.form()).orElseThrow(() -> Problem.notFound("form"));
        var destination = kinds.destination(form.plan().kind());
        switch (arrival.state()) {
            case CONFIRMED -> taking.take(arrival, null);
            case RECEIVED -> {
                if (destination.isPresent()) {
                    return destination.map(to -> new Onward(to, arrived(arrival, form)));
                }
                if (mustAnswer(arrival, form)) {
                    ask(arrival);
                } else {
                    taking.take(arrival, null);
                }
            }
            case ASKED, UNASKED -> {}
        }
        return Optional.empty();
    }

    private static Destination.Arrived arrived(Arrival arrival, Form form) {
        var sender = arrival.sender();
        var answers = arrival.answers().stream().collect(Collectors.toMap(Filled.Answer::field, Filled.Answer::value));
        return new Destination.Arrived(
                arrival.id(),
                form.plan().handling().target(),
                new Destination.Sender(
                        sender.name(),
                        sender.email(),
                        sender.language(),
                        arrival.course().sentAt()),
                answers);
    }

    /** Then it is theirs, and nothing of it is kept here; what they refuse waits for somebody of staff. */
    private void handOver(Onward onward) {
        var id = onward.what().arrival();
        boolean taken = isTaken(onward);
        purposes.apart(Purpose.CUSTOMER, () -> {
            if (taken) {
                arrivals.remove(id);
            } else {
                arrivals.unasked(id);
            }
            return true;
        });
    }

    private static boolean isTaken(Onward onward) {
        try {
            onward.to().take(onward.what());
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    /**
     * Whether the address has to show that it is the sender's: always where something is agreed to or handed out, where no work was done, and where the address is somebody's whom we know, of whom a stranger changes nothing.
     */
    private boolean mustAnswer(Arrival arrival, Form form) {
        var reached = matching.readers(arrival.sender().email());
        if (reached.size() == 1) {
            arrivals.mayBeOf(arrival.id(), reached.getFirst().person());
        }
        return form.plan().handling().confirm()
                || !form.plan().kind().equals(Kinds.CONTACT)
                || !arrival.sender().worked()
                || arrival.agreesToSomething()
                || !reached.isEmpty();
    }

    /** Nobody's mailbox is filled by somebody else's sending. */
    private void ask(Arrival arrival) {
        var now = clock.instant();
        var reader = EmailAddress.parse(arrival.sender().email()).canonical();
        if (arrivals.askedSince(reader, now.minus(Duration.ofHours(1))) >= LETTERS_AN_HOUR) {
            arrivals.unasked(arrival.id());
            return;
        }
        var token = tokens.made();
        arrivals.asked(arrival.id(), reader, tokens.print(token), now.plus(Visiting.LINK_LIVES), now);
        letters.askToConfirm(arrival, taking.title(arrival), token);
    }
}
