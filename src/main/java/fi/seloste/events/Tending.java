package fi.seloste.events;

import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks after events by the clock. What is due is read from the rows and never written down beforehand: an event that is put off takes its reminders along,
 * and what fell due while the house was down is done when it is up again.
 */
@Component
public class Tending implements Recurring {

    private final EventRecords records;
    private final Reminders reminders;
    private final Registrations registrations;
    private final EventLetters letters;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Jobs jobs;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Tending(
            EventRecords records,
            Reminders reminders,
            Registrations registrations,
            EventLetters letters,
            Evidence evidence,
            Purposes purposes,
            Jobs jobs,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.records = records;
        this.reminders = reminders;
        this.registrations = registrations;
        this.letters = letters;
        this.evidence = evidence;
        this.purposes = purposes;
        this.jobs = jobs;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        purposes.apart(Purpose.CUSTOMER, records::toTend).forEach(this::tend);
    }

    private void tend(UUID id) {
        purposes.apart(Purpose.CUSTOMER, () -> {
            settle(id);
            return true;
        });
        purposes.apart(Purpose.CUSTOMER, () -> remind(id));
        purposes.apart(Purpose.CUSTOMER, () -> end(id));
    }

    private void settle(UUID id) {
        registrations.settle(id, clock.instant()).forEach(one -> jobs.later(Telling.JOB, one.toString()));
    }

    /**
     * Marked and queued in one transaction: it leaves once, before or after a crash. What falls due together is one letter, and after the start it would
     * remind of nothing.
     */
    private int remind(UUID id) {
        var event = records.hold(id).orElseThrow();
        var now = clock.instant();
        if (!event.isAhead() || !now.isBefore(event.times().starts())) {
            return 0;
        }
        var marked = reminders.of(id).stream()
                .filter(one -> one.isDue(event.times().starts(), now))
                .filter(one -> reminders.mark(one.id(), now))
                .toList();
        if (marked.isEmpty()) {
            return 0;
        }
        var coming = registrations.toWrite(id).stream()
                .flatMap(one -> registrations.own(one).stream())
                .filter(one -> one.state() == Participation.State.REGISTERED && one.isConfirmed())
                .toList();
        coming.forEach(one -> letters.remind(one, event));
        return coming.size();
    }

    private boolean end(UUID id) {
        var event = records.hold(id).orElseThrow();
        if (!event.isAhead() || clock.instant().isBefore(event.times().ends())) {
            return false;
        }
        records.move(id, Event.State.HELD, clock.instant());
        evidence.record(Matching.ACTOR, Act.of("event-held").about("event", id));
        publisher.publishEvent(new Event.Changed(id));
        return true;
    }
}
