package fi.seloste.events;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Spot;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Notice;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door to events. Runs in its caller's purpose, customer relations or marketing: both may make them and take registrations; whom marketing must not see
 * it sees neither here.
 */
@Component
public class Events {

    private static final String PARTICIPATION = "subscriptions-events";

    private final EventRecords records;
    private final Reminders reminders;
    private final Registrations registrations;
    private final Notice notice;
    private final Evidence evidence;
    private final Jobs jobs;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Events(
            EventRecords records,
            Reminders reminders,
            Registrations registrations,
            Notice notice,
            Evidence evidence,
            Jobs jobs,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.records = records;
        this.reminders = reminders;
        this.registrations = registrations;
        this.notice = notice;
        this.evidence = evidence;
        this.jobs = jobs;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Whether the notice lets all that an event asks be kept for the running of it. */
    static boolean isDeclared(Declaration declared, Event event) {
        return declared.readersOf(PARTICIPATION).contains(Purpose.CUSTOMER)
                && event.plan().asked().stream()
                        .allMatch(
                                one -> declared.readersOf(one.kind().category()).contains(Purpose.CUSTOMER));
    }

    /** To choose among: those to come, the next on top, all of them. */
    public List<Event> coming() {
        return records.coming(clock.instant(), null, Integer.MAX_VALUE);
    }

    /** Those that are over or called off, the last on top. */
    public List<Event> past(int most) {
        return records.over(clock.instant(), null, most);
    }

    /** Whenever they are, those whose name has these words in it, the last on top. */
    public List<Event> called(String words, int most) {
        return records.called(words.strip(), most);
    }

    public Optional<Event> find(UUID id) {
        return records.find(id);
    }

    /** As people look through them: what is to come, the next on top, and then what is over, the last on top. */
    Paged<Event> page(Paging asked) {
        var now = clock.instant();
        var from = asked.afterSpot();
        int wanted = asked.limit() + 1;
        boolean over = from != null
                && records.find(from.id()).filter(one -> !one.isToCome(now)).isPresent();
        var read = new ArrayList<Event>(over ? List.of() : records.coming(now, from, wanted));
        if (read.size() < wanted) {
            read.addAll(records.over(now, over ? from : null, wanted - read.size()));
        }
        return Paged.of(read, asked, one -> new Spot(one.times().starts(), one.id()));
    }

    public Paged<Event> list(Paging asked) {
        return Paged.of(records.after(asked.afterId(), asked.limit() + 1), asked, Event::id);
    }

    public Event get(UUID id) {
        return records.find(id).orElseThrow(() -> Problem.notFound("event"));
    }

    public Map<UUID, Numbers> numbers(Collection<UUID> ids) {
        return records.numbers(ids);
    }

    public Numbers numbers(UUID id) {
        return records.numbers(List.of(id)).getOrDefault(id, Numbers.NONE);
    }

    List<Reminder> reminders(UUID id) {
        return reminders.of(id);
    }

    /** Of several, read at once. */
    Map<UUID, List<Reminder>> reminders(Collection<UUID> ids) {
        return reminders.of(ids);
    }

    public UUID add(Event.Plan plan, Actor actor) {
        var id = Ids.next();
        var name = Words.LANGUAGES.stream()
                .flatMap(language ->
                        java.util.stream.Stream.ofNullable(plan.words().get(language)))
                .map(Words::name)
                .findFirst()
                .orElse("");
        records.add(id, Slug.of(name, records::isTaken), plan, actor, clock.instant());
        remind(id, plan.reminders());
        evidence.record(actor, Act.of("event-made").about("event", id));
        publisher.publishEvent(new Event.Changed(id));
        return id;
    }

    /** A draft with the same words, room, questions and reminders, on the same day of the week; no guest and no campaign comes along. */
    public UUID copy(UUID id, Actor actor) {
        var first = get(id);
        var minutes = reminders.of(id).stream().map(Reminder::minutes).toList();
        return add(first.plan().again(minutes, clock.instant()), actor);
    }

    /** Changes what is decided. Whoever has a place is told by letter and calendar where time or place are others than before. */
    public void change(UUID id, Event.Plan plan, int seen, Actor actor) {
        var before = held(id);
        before.mustBeAt(seen);
        var now = clock.instant();
        mustHoldAll(id, plan.seats());
        if (before.isAhead()) {
            mustStartLater(plan.times(), before.times(), now);
        }
        var moved = before.isAhead() && isElsewhere(before.plan(), plan);
        records.set(id, plan, moved, now);
        remind(id, plan.reminders());
        if (!before.times().starts().equals(plan.times().starts())) {
            reminders.rearm(id, plan.times().starts(), now);
        }
        if (!before.times().ends().equals(plan.times().ends())) {
            records.moveNeeds(id);
        }
        registrations.settle(id, now).forEach(this::tell);
        if (moved) {
            registrations.toWrite(id).forEach(this::tell);
        }
        evidence.record(actor, Act.of("event-changed").about("event", id));
        publisher.publishEvent(new Event.Changed(id));
    }

    /** Nobody who has a place loses it because the room got smaller. */
    private void mustHoldAll(UUID id, Event.Seats seats) {
        var registered = numbers(id).registered();
        if (seats.capacity() != null && seats.capacity() < registered) {
            throw Problem.invalid("capacity", "events.capacity.below", registered);
        }
    }

    private static void mustStartLater(Times times, Times before, Instant now) {
        if (!times.starts().equals(before.starts()) && !times.starts().isAfter(now)) {
            throw Problem.invalid("starts", "events.starts.past");
        }
    }

    private static boolean isElsewhere(Event.Plan before, Event.Plan after) {
        return !before.times().starts().equals(after.times().starts())
                || !before.times().ends().equals(after.times().ends())
                || !before.times().zone().equals(after.times().zone())
                || after.words().entrySet().stream().anyMatch(one -> {
                    var was = before.words().get(one.getKey());
                    return was != null && !was.where().equals(one.getValue().where());
                });
    }

    private void remind(UUID id, List<Integer> wanted) {
        var kept = new HashSet<Integer>();
        for (var one : reminders.of(id)) {
            if (wanted.contains(one.minutes())) {
                kept.add(one.minutes());
            } else {
                reminders.remove(one.id());
            }
        }
        wanted.stream().filter(minutes -> !kept.contains(minutes)).forEach(minutes -> reminders.add(id, minutes));
    }

    /** From now on people may register. */
    public void open(UUID id, Actor actor) {
        var event = held(id);
        event.mustBe(Event.State.DRAFT, Event.State.CLOSED);
        if (!event.times().closes().isAfter(clock.instant())) {
            throw Problem.conflict("events.starts.past");
        }
        if (!isDeclared(notice.inForce(), event)) {
            throw Problem.conflict("events.notDeclared");
        }
        move(id, Event.State.OPEN, "event-opened", actor);
    }

    /** Nobody registers any more; whoever did still comes. */
    public void close(UUID id, Actor actor) {
        held(id).mustBe(Event.State.OPEN);
        move(id, Event.State.CLOSED, "event-closed", actor);
    }

    /** It does not take place, and everybody who wanted to come is told. */
    public void callOff(UUID id, Actor actor) {
        held(id).mustBe(Event.State.DRAFT, Event.State.OPEN, Event.State.CLOSED);
        move(id, Event.State.CANCELLED, "event-cancelled", actor);
        records.forgetNeeds(id);
        registrations.toWrite(id).forEach(this::tell);
    }

    private void move(UUID id, Event.State to, String act, Actor actor) {
        records.move(id, to, clock.instant());
        evidence.record(actor, Act.of(act).about("event", id));
        publisher.publishEvent(new Event.Changed(id));
    }

    private void tell(UUID participation) {
        jobs.later(Telling.JOB, participation.toString());
    }

    private Event held(UUID id) {
        return records.hold(id).orElseThrow(() -> Problem.notFound("event"));
    }
}
