package fi.seloste.breaches;

import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Breaches in the order of the work: see, write down, complete, tell the authority, tell the people, close. */
@Controller
@RequestMapping("/breaches")
@Needs(purpose = Purpose.RIGHTS)
class BreachPages {

    private final Breaches breaches;
    private final Clock clock;

    BreachPages(Breaches breaches, Clock clock) {
        this.breaches = breaches;
        this.clock = clock;
    }

    @GetMapping
    BreachListPage list() {
        return new BreachListPage(breaches.list().stream().map(this::row).toList());
    }

    private BreachListPage.Row row(Breach breach) {
        var due = breach.deadline(breaches.place()).due().toInstant();
        var whole = Duration.between(breach.facts().awareAt(), due);
        var gone = Duration.between(breach.facts().awareAt(), clock.instant());
        var share = Math.clamp(100 * gone.toMinutes() / whole.toMinutes(), 0L, 100L);
        return new BreachListPage.Row(breach, due, (int) share, clock.instant().isAfter(due));
    }

    @GetMapping("/new")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    BreachFormPage fresh(SignedIn viewer) {
        return new BreachFormPage("/breaches", true, BreachForm.empty(clock.instant(), viewer.zone()), Errors.none());
    }

    @PostMapping
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply record(BreachForm form, SignedIn viewer, Flash flash) {
        try {
            var id = breaches.record(form.facts(viewer.zone()), viewer.actor());
            flash.done("breaches.recorded");
            return to(id);
        } catch (Problem.Invalid e) {
            return new BreachFormPage("/breaches", true, form, Errors.of(e));
        }
    }

    @GetMapping("/{id}")
    BreachPage one(@PathVariable UUID id, SignedIn viewer) {
        return page(id, viewer, Errors.none());
    }

    private BreachPage page(UUID id, SignedIn viewer, Errors errors) {
        var breach = breaches.get(id);
        return new BreachPage(
                row(breach),
                breach.deadline(breaches.place()).explanation().stream()
                        .map(reason -> reason.in(viewer.locale()))
                        .toList(),
                BreachForm.written(clock.instant(), viewer.zone()),
                errors);
    }

    @GetMapping("/{id}/facts")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    BreachFormPage facts(@PathVariable UUID id, SignedIn viewer) {
        return new BreachFormPage(
                "/breaches/" + id + "/facts", false, BreachForm.of(breaches.get(id), viewer.zone()), Errors.none());
    }

    @PostMapping("/{id}/facts")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply complete(@PathVariable UUID id, BreachForm form, SignedIn viewer, Flash flash) {
        try {
            var version = form.version() == null ? 0 : form.version();
            breaches.complete(id, form.facts(viewer.zone()), version, viewer.actor());
            flash.done("breaches.completed");
            return to(id);
        } catch (Problem.Invalid e) {
            return new BreachFormPage("/breaches/" + id + "/facts", false, form, Errors.of(e));
        }
    }

    @PostMapping("/{id}/notification")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply notified(
            @PathVariable UUID id,
            @RequestParam String at,
            @RequestParam(defaultValue = "") String reason,
            SignedIn viewer,
            Flash flash) {
        try {
            breaches.notified(id, BreachForm.moment("at", at, viewer.zone()), reason, viewer.actor());
            flash.done("breaches.notified");
            return to(id);
        } catch (Problem.Invalid e) {
            return page(id, viewer, Errors.of(e));
        }
    }

    @PostMapping("/{id}/telling")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply told(
            @PathVariable UUID id,
            @RequestParam String at,
            @RequestParam(defaultValue = "") String how,
            SignedIn viewer,
            Flash flash) {
        try {
            breaches.told(id, BreachForm.moment("at", at, viewer.zone()), how, viewer.actor());
            flash.done("breaches.told");
            return to(id);
        } catch (Problem.Invalid e) {
            return page(id, viewer, Errors.of(e));
        }
    }

    @PostMapping("/{id}/closing")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply close(@PathVariable UUID id, SignedIn viewer, Flash flash) {
        breaches.close(id, viewer.actor());
        flash.done("breaches.isClosed");
        return to(id);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/breaches/" + id);
    }
}
