package fi.seloste.events;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door to who comes: the list, the door itself, and what staff do for a guest. Runs in its caller's purpose and shows whom that sees. */
@Component
public class GuestList {

    private final EventRecords records;
    private final Participations participations;
    private final Registrations registrations;
    private final Notice notice;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Jobs jobs;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    GuestList(
            EventRecords records,
            Participations participations,
            Registrations registrations,
            Notice notice,
            Evidence evidence,
            Purposes purposes,
            Jobs jobs,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.records = records;
        this.participations = participations;
        this.registrations = registrations;
        this.notice = notice;
        this.evidence = evidence;
        this.purposes = purposes;
        this.jobs = jobs;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Everybody whom the purpose sees, in the order in which they registered; they were consulted. */
    public List<Participation> of(UUID event, Evidence.How how, Actor actor) {
        return seen(participations.of(event, readsNeeds()), how, actor);
    }

    /** A page of a group of them, or of all, in the same order. */
    public Paged<Participation> page(
            UUID event, Participation.@Nullable Group group, Paging asked, Evidence.How how, Actor actor) {
        var mark = Objects.requireNonNullElse(asked.afterNumber(), 0);
        var read = Paged.of(
                participations.after(event, Participation.Group.states(group), mark, asked.limit() + 1, readsNeeds()),
                asked,
                Participation::number);
        seen(read.items(), how, actor);
        return read;
    }

    /** How many have a place of whom the purpose sees. */
    int countComing(UUID event) {
        return participations.countComing(event);
    }

    /** Whoever has a place and is looked for: the first so many by name, who is not in yet before who is. Who is not shown was not looked at. */
    Found found(UUID event, String words, int most, Actor actor) {
        var coming = participations.coming(event);
        var all = Found.among(coming, words);
        var shown = all.subList(0, Math.min(most, all.size()));
        return new Found(
                seen(participations.answered(shown, readsNeeds()), Evidence.How.LIST, actor),
                all.size() - shown.size(),
                coming.size());
    }

    private List<Participation> seen(List<Participation> all, Evidence.How how, Actor actor) {
        evidence.consulted(
                actor,
                how,
                all.stream()
                        .map(Participation::person)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return all;
    }

    /** Diets and needs are read by whom the notice lets read them. */
    private boolean readsNeeds() {
        return notice.inForce().readersOf(Asked.Kind.NEED.category()).contains(purposes.running());
    }

    public Participation get(UUID event, UUID id) {
        return participations.find(event, id).orElseThrow(() -> Problem.notFound("registration"));
    }

    /** Somebody came in. Pressed twice it is once. */
    public void checkIn(UUID event, UUID id, Actor actor) {
        var one = get(event, id);
        if (!one.hasPlace()) {
            throw Problem.conflict("events.checkIn.noPlace", one.guest().name());
        }
        attend(event, one, true, actor);
    }

    public void undoCheckIn(UUID event, UUID id, Actor actor) {
        attend(event, get(event, id), false, actor);
    }

    private void attend(UUID event, Participation one, boolean came, Actor actor) {
        var by = actor.staff();
        if (participations.attend(one.id(), came ? clock.instant() : null, came ? by : null)) {
            note(came ? "event-attended" : "event-attendance-undone", one, actor);
            publisher.publishEvent(new Event.GuestsChanged(event));
        }
    }

    /** Writes somebody down who asked for it otherwise: at the door, by telephone, through a program. With {@code beyond} there is room for them. */
    UUID register(UUID event, Wish wish, String way, boolean beyond, Actor actor) {
        var one = records.find(event).orElseThrow(() -> Problem.notFound("event"));
        if (!Events.isDeclared(notice.inForce(), one)) {
            throw Problem.conflict("events.notDeclared");
        }
        var became =
                registrations.register(Ids.next(), one, wish, new Registrations.By(way, null, beyond), clock.instant());
        var id = became.id();
        if (id == null || (!became.fresh() && !became.outcome().equals("full"))) {
            throw Problem.conflict("events.register." + (id == null ? became.outcome() : "twice"), wish.email());
        }
        tell(id);
        evidence.record(actor, Act.of("event-registered").about("participation", id));
        return id;
    }

    /** Takes somebody off the list, as they asked; the next in line gets the place. */
    public void cancel(UUID event, UUID id, Actor actor) {
        var one = get(event, id);
        if (registrations.cancel(id, "staff", clock.instant())) {
            tell(id);
            registrations.settle(event, clock.instant()).forEach(this::tell);
            note("event-registration-cancelled", one, actor);
        }
    }

    private void note(String act, Participation one, Actor actor) {
        var noted = Act.of(act).about("participation", one.id());
        evidence.record(actor, one.person() == null ? noted : noted.on(one.person()));
    }

    private void tell(UUID participation) {
        jobs.later(Telling.JOB, participation.toString());
    }
}
