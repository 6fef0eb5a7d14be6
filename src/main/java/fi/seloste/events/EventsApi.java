package fi.seloste.events;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.PublicAddress;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.IfMatch;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events and who comes, for programs: a desk at the door, a site that lists what is on. */
@RestController
@RequestMapping("/api/v1/events")
@Needs(
        purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
        action = Action.CHANGE,
        whole = true)
class EventsApi {

    private final Events events;
    private final GuestList guests;
    private final EventWords words;
    private final PublicAddress house;
    private final Purposes purposes;

    EventsApi(Events events, GuestList guests, EventWords words, PublicAddress house, Purposes purposes) {
        this.events = events;
        this.guests = guests;
        this.words = words;
        this.house = house;
        this.purposes = purposes;
    }

    @GetMapping
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            whole = true)
    Paged<EventJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Purpose purpose) {
        return purposes.as(purpose, () -> {
            var page = events.list(Paging.of(limit, after));
            var ids = page.items().stream().map(Event::id).toList();
            var numbers = events.numbers(ids);
            var reminders = events.reminders(ids);
            return page.map(one -> shown(
                    one, reminders.getOrDefault(one.id(), List.of()), numbers.getOrDefault(one.id(), Numbers.NONE)));
        });
    }

    @PostMapping
    ResponseEntity<EventJson> make(@RequestBody EventJson.Wanted wanted, Purpose purpose, Actor actor) {
        var made = purposes.as(purpose, () -> shown(events.get(events.add(wanted.plan(), actor))));
        return tagged(ResponseEntity.created(URI.create("/api/v1/events/" + made.id())), made);
    }

    @GetMapping("/{id}")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            whole = true)
    ResponseEntity<EventJson> get(@PathVariable UUID id, Purpose purpose) {
        return tagged(ResponseEntity.ok(), one(id, purpose));
    }

    /** Whoever has a place is told by letter where time or place become others, as after a change by the page. */
    @PatchMapping("/{id}")
    ResponseEntity<EventJson> change(
            @PathVariable UUID id,
            @RequestBody EventPatch patch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Purpose purpose,
            Actor actor) {
        return tagged(ResponseEntity.ok(), purposes.as(purpose, () -> {
            var before = events.get(id);
            var version = IfMatch.version(seen, before.course().version());
            events.change(id, patch.plan(before, minutes(events.reminders(id))), version, actor);
            return shown(events.get(id));
        }));
    }

    @PostMapping("/{id}/copies")
    ResponseEntity<EventJson> copy(@PathVariable UUID id, Purpose purpose, Actor actor) {
        var made = purposes.as(purpose, () -> shown(events.get(events.copy(id, actor))));
        return tagged(ResponseEntity.created(URI.create("/api/v1/events/" + made.id())), made);
    }

    private EventJson one(UUID id, Purpose purpose) {
        return purposes.as(purpose, () -> shown(events.get(id)));
    }

    private static ResponseEntity<EventJson> tagged(ResponseEntity.BodyBuilder answer, EventJson event) {
        return answer.eTag(String.valueOf(event.version())).body(event);
    }

    @PostMapping("/{id}/opening")
    EventJson open(@PathVariable UUID id, Purpose purpose, Actor actor) {
        purposes.as(purpose, () -> events.open(id, actor));
        return one(id, purpose);
    }

    @PostMapping("/{id}/closing")
    EventJson close(@PathVariable UUID id, Purpose purpose, Actor actor) {
        purposes.as(purpose, () -> events.close(id, actor));
        return one(id, purpose);
    }

    @PostMapping("/{id}/cancellation")
    EventJson callOff(@PathVariable UUID id, Purpose purpose, Actor actor) {
        purposes.as(purpose, () -> events.callOff(id, actor));
        return one(id, purpose);
    }

    @GetMapping("/{id}/registrations")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            whole = true)
    Paged<RegistrationJson> registrations(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Purpose purpose,
            Actor actor) {
        var asked = Paging.of(limit, after);
        return purposes.as(purpose, () -> {
            events.get(id);
            return guests.page(id, null, asked, Evidence.How.API, actor).map(RegistrationJson::of);
        });
    }

    @PostMapping("/{id}/registrations")
    ResponseEntity<RegistrationJson> register(
            @PathVariable UUID id, @RequestBody RegistrationJson.Wanted wanted, Purpose purpose, Actor actor) {
        var made = purposes.as(purpose, () -> {
            var event = events.get(id);
            var language = Objects.requireNonNullElse(
                    wanted.language(), event.languages().getFirst());
            var wish = Wish.of(event, language, wanted.sent(), words.in(Locale.of(event.languageFor(language))));
            return guests.get(id, guests.register(id, wish, "program", false, actor));
        });
        return ResponseEntity.created(URI.create("/api/v1/events/" + id + "/registrations"))
                .body(RegistrationJson.of(made));
    }

    @PutMapping("/{id}/registrations/{registration}/check-in")
    RegistrationJson checkIn(@PathVariable UUID id, @PathVariable UUID registration, Purpose purpose, Actor actor) {
        return purposes.as(purpose, () -> {
            guests.checkIn(id, registration, actor);
            return RegistrationJson.of(guests.get(id, registration));
        });
    }

    @DeleteMapping("/{id}/registrations/{registration}/check-in")
    RegistrationJson undoCheckIn(@PathVariable UUID id, @PathVariable UUID registration, Purpose purpose, Actor actor) {
        return purposes.as(purpose, () -> {
            guests.undoCheckIn(id, registration, actor);
            return RegistrationJson.of(guests.get(id, registration));
        });
    }

    @PostMapping("/{id}/registrations/{registration}/cancellation")
    RegistrationJson cancel(@PathVariable UUID id, @PathVariable UUID registration, Purpose purpose, Actor actor) {
        return purposes.as(purpose, () -> {
            guests.cancel(id, registration, actor);
            return RegistrationJson.of(guests.get(id, registration));
        });
    }

    private EventJson shown(Event one) {
        return shown(one, events.reminders(one.id()), events.numbers(one.id()));
    }

    private EventJson shown(Event one, List<Reminder> reminders, Numbers numbers) {
        return EventJson.of(one, house.of("/e/" + one.slug()), minutes(reminders), numbers);
    }

    private static List<Integer> minutes(List<Reminder> reminders) {
        return reminders.stream().map(Reminder::minutes).toList();
    }
}
