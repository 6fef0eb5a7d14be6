package fi.seloste.events;

import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What happens after somebody registered, cancelled or got a place, or the event moved: whose it is, and the letter that tells how it stands. The mark of
 * what was told and the letter are one transaction, so a letter leaves once, however often the job runs.
 */
@Component
public class Telling implements Job {

    static final String JOB = "event-participation";

    private final Registrations registrations;
    private final EventRecords records;
    private final Matching matching;
    private final EventLetters letters;
    private final Purposes purposes;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Telling(
            Registrations registrations,
            EventRecords records,
            Matching matching,
            EventLetters letters,
            Purposes purposes,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.registrations = registrations;
        this.records = records;
        this.matching = matching;
        this.letters = letters;
        this.purposes = purposes;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String instance) {
        var id = UUID.fromString(instance);
        purposes.apart(Purpose.CUSTOMER, () -> {
            registrations.own(id).ifPresent(this::match);
            registrations.own(id).ifPresent(this::tell);
            return true;
        });
    }

    private void match(Registrations.Own own) {
        matching.match(own, event(own));
    }

    private void tell(Registrations.Own own) {
        var event = event(own);
        var due = Due.of(own, event);
        if (due == null || !registrations.told(own.id(), own.told(), due.mark(), clock.instant())) {
            return;
        }
        publisher.publishEvent(new Event.GuestsChanged(event.id()));
        var letter = due.letter();
        if (letter == null) {
            return;
        }
        letters.send(letter, own, event, own.told());
        if (own.isConfirmed() && (letter == Due.Letter.REGISTERED || letter == Due.Letter.WAITING)) {
            matching.acted(own.person());
        }
    }

    private Event event(Registrations.Own own) {
        return records.find(own.event()).orElseThrow();
    }
}
