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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Events in the order of the work: see, make, change, open, close, call off. */
@Controller
@RequestMapping("/events")
@Needs(
        purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
        action = Action.CHANGE,
        whole = true)
class EventPages {

    private final Events events;
    private final EventDesk desk;
    private final Purposes purposes;

    EventPages(Events events, EventDesk desk, Purposes purposes) {
        this.events = events;
        this.desk = desk;
        this.purposes = purposes;
    }

    @GetMapping
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            whole = true)
    EventListPage list(@RequestParam(required = false) @Nullable String after, Purpose purpose, SignedIn viewer) {
        return desk.list(after, purpose, viewer.locale());
    }

    @GetMapping("/new")
    EventFormPage fresh(SignedIn viewer) {
        return desk.form(null, EventForm.empty(viewer.zone()), Errors.none(), viewer.locale());
    }

    @PostMapping
    Reply make(@RequestParam MultiValueMap<String, String> sent, Purpose purpose, SignedIn viewer, Flash flash) {
        var form = EventForm.of(sent);
        try {
            var id = purposes.as(purpose, () -> events.add(form.plan(), viewer.actor()));
            flash.done("events.made");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.form(null, form, Errors.of(e), viewer.locale());
        }
    }

    /** Which guests are looked at, and from where on. */
    record Asked(@Nullable String guests, @Nullable String after) {}

    @GetMapping("/{id}")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            whole = true)
    EventPage one(@PathVariable UUID id, Asked asked, Purpose purpose, SignedIn viewer) {
        return desk.page(id, asked, purpose, viewer.actor(), viewer.locale());
    }

    /** As last spring's was: dated first, then looked over. */
    @PostMapping("/{id}/copy")
    Redirect copy(@PathVariable UUID id, Purpose purpose, SignedIn viewer, Flash flash) {
        var copy = purposes.as(purpose, () -> events.copy(id, viewer.actor()));
        flash.done("events.copied");
        return Redirect.to("/events/" + copy + "/settings");
    }

    @GetMapping("/{id}/settings")
    EventFormPage settings(@PathVariable UUID id, Purpose purpose, SignedIn viewer) {
        return desk.settings(id, purpose, viewer.locale());
    }

    @PostMapping("/{id}/settings")
    Reply change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Purpose purpose,
            SignedIn viewer,
            Flash flash) {
        var form = EventForm.of(sent);
        try {
            purposes.as(purpose, () -> events.change(id, form.plan(), form.version(), viewer.actor()));
            flash.done("events.changed");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.form(purposes.as(purpose, () -> events.get(id)), form, Errors.of(e), viewer.locale());
        }
    }

    @PostMapping("/{id}/opening")
    Redirect open(@PathVariable UUID id, Purpose purpose, SignedIn viewer, Flash flash) {
        purposes.as(purpose, () -> events.open(id, viewer.actor()));
        flash.done("events.opened");
        return to(id);
    }

    @PostMapping("/{id}/closing")
    Redirect close(@PathVariable UUID id, Purpose purpose, SignedIn viewer, Flash flash) {
        purposes.as(purpose, () -> events.close(id, viewer.actor()));
        flash.done("events.closed");
        return to(id);
    }

    @PostMapping("/{id}/cancellation")
    Redirect callOff(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Purpose purpose,
            SignedIn viewer,
            Flash flash) {
        if (!sure) {
            flash.warn("events.callOff.unsure");
            return to(id);
        }
        purposes.as(purpose, () -> events.callOff(id, viewer.actor()));
        flash.done("events.calledOff");
        return to(id);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/events/" + id);
    }
}
