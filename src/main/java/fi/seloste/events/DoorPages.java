package fi.seloste.events;

import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Guests, as whoever stands at the door needs them: find, let in, take back, write down, print, take out. */
@Controller
@RequestMapping("/events/{id}")
@Needs(
        purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
        action = Action.CHANGE,
        whole = true)
class DoorPages {

    private final GuestList guests;
    private final Events events;
    private final EventDesk desk;
    private final EventWords words;
    private final GuestFile file;
    private final Purposes purposes;

    DoorPages(GuestList guests, Events events, EventDesk desk, EventWords words, GuestFile file, Purposes purposes) {
        this.guests = guests;
        this.events = events;
        this.desk = desk;
        this.words = words;
        this.file = file;
        this.purposes = purposes;
    }

    @GetMapping("/door")
    DoorPage door(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Purpose purpose, SignedIn viewer) {
        return desk.door(id, q, purpose, viewer.actor(), viewer.locale());
    }

    @PostMapping("/door/{guest}")
    Redirect letIn(
            @PathVariable UUID id,
            @PathVariable UUID guest,
            @RequestParam(defaultValue = "") String q,
            Purpose purpose,
            SignedIn viewer,
            Flash flash) {
        var name = purposes.as(purpose, () -> {
            guests.checkIn(id, guest, viewer.actor());
            return guests.get(id, guest).guest().name();
        });
        flash.undoable("/events/" + id + "/door/" + guest + "/undo", "events.door.in", name);
        return door(id, q);
    }

    @PostMapping("/door/{guest}/undo")
    Redirect undo(
            @PathVariable UUID id,
            @PathVariable UUID guest,
            @RequestParam(defaultValue = "") String q,
            Purpose purpose,
            SignedIn viewer) {
        purposes.as(purpose, () -> guests.undoCheckIn(id, guest, viewer.actor()));
        return door(id, q);
    }

    private static Redirect door(UUID id, String q) {
        return Redirect.to(
                q.isBlank()
                        ? "/events/" + id + "/door"
                        : UriComponentsBuilder.fromPath("/events/{id}/door")
                                .queryParam("q", "{q}")
                                .encode()
                                .buildAndExpand(id, q)
                                .toUriString());
    }

    @GetMapping("/guests/new")
    AddGuestPage adding(@PathVariable UUID id, Purpose purpose, SignedIn viewer) {
        return desk.adding(id, purpose, Map.of(), Errors.none(), viewer.locale());
    }

    @PostMapping("/guests")
    Reply add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Purpose purpose,
            SignedIn viewer,
            Flash flash) {
        try {
            purposes.as(purpose, () -> {
                var event = events.get(id);
                var language = sent.getOrDefault("language", event.languages().getFirst());
                var wish = Wish.of(event, language, sent, words.in(viewer.locale()));
                return guests.register(id, wish, "staff", sent.containsKey("beyond"), viewer.actor());
            });
            flash.done("events.guest.added");
            return Redirect.to("/events/" + id);
        } catch (Problem.Invalid e) {
            return desk.adding(id, purpose, sent, Errors.of(e), viewer.locale());
        }
    }

    @PostMapping("/guests/{guest}/cancellation")
    Redirect cancel(@PathVariable UUID id, @PathVariable UUID guest, Purpose purpose, SignedIn viewer, Flash flash) {
        purposes.as(purpose, () -> guests.cancel(id, guest, viewer.actor()));
        flash.done("events.guest.cancelled");
        return Redirect.to("/events/" + id);
    }

    @GetMapping("/sheet")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            whole = true)
    SheetPage sheet(@PathVariable UUID id, Purpose purpose, SignedIn viewer) {
        return desk.sheet(id, purpose, viewer.actor(), viewer.locale());
    }

    @GetMapping("/guests.csv")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            action = Action.EXPORT,
            whole = true)
    void csv(@PathVariable UUID id, Purpose purpose, SignedIn viewer, HttpServletResponse response) throws IOException {
        var text = purposes.as(purpose, () -> file.of(events.get(id), viewer.actor(), viewer.locale()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"guests.csv\"");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
