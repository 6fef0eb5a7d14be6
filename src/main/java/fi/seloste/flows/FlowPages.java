package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Flows in the order of the work: see, make, settle, draw, begin, pause, end, and let people in by hand. */
@Controller
@RequestMapping("/marketing/flows")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class FlowPages {

    private final Flows flows;
    private final Redrawing redrawing;
    private final Adding adding;
    private final FlowDesk desk;
    private final Choosing choices;

    FlowPages(Flows flows, Redrawing redrawing, Adding adding, FlowDesk desk, Choosing choices) {
        this.flows = flows;
        this.redrawing = redrawing;
        this.adding = adding;
        this.desk = desk;
        this.choices = choices;
    }

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    FlowListPage list(@RequestParam(required = false) @Nullable String after, SignedIn viewer) {
        return desk.list(after, viewer.locale());
    }

    @GetMapping("/new")
    FlowFormPage fresh(SignedIn viewer) {
        return desk.form(null, desk.empty(viewer), Errors.none(), viewer.locale());
    }

    @PostMapping
    Reply make(FlowForm form, SignedIn viewer, Flash flash) {
        if (form.isSearching()) {
            return desk.form(null, form, Errors.none(), viewer.locale());
        }
        try {
            var id = flows.add(form.plan(), viewer.actor());
            flash.done("flows.made");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.form(null, form, Errors.of(e), viewer.locale());
        }
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    FlowPage one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean drawing,
            @RequestParam(defaultValue = "") String q,
            SignedIn viewer) {
        return desk.page(id, drawing, q, Errors.none(), viewer);
    }

    @GetMapping("/{id}/settings")
    FlowFormPage settings(@PathVariable UUID id, SignedIn viewer) {
        var flow = flows.get(id);
        return desk.form(flow, FlowForm.of(flow), Errors.none(), viewer.locale());
    }

    @PostMapping("/{id}/settings")
    Reply settle(@PathVariable UUID id, FlowForm form, SignedIn viewer, Flash flash) {
        if (form.isSearching()) {
            return desk.form(flows.get(id), form, Errors.none(), viewer.locale());
        }
        try {
            flows.settle(id, form.seen(), form.plan());
            flash.done("flows.changed");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.form(flows.get(id), form, Errors.of(e), viewer.locale());
        }
    }

    /** Another drawing beside the one in force. */
    @PostMapping("/{id}/drawing")
    Redirect draw(@PathVariable UUID id) {
        redrawing.draw(id);
        return Redirect.to("/marketing/flows/" + id + "?drawing=true");
    }

    @PostMapping("/{id}/drawing/removal")
    Redirect discard(@PathVariable UUID id, Flash flash) {
        redrawing.discard(id);
        flash.done("flows.discarded");
        return to(id);
    }

    @PostMapping("/{id}/start")
    Redirect start(@PathVariable UUID id, Actor actor, Flash flash) {
        flows.start(id, actor);
        flash.done("flows.started");
        return to(id);
    }

    @PostMapping("/{id}/pause")
    Redirect pause(@PathVariable UUID id, Actor actor, Flash flash) {
        flows.pause(id, actor);
        flash.done("flows.isPaused");
        return to(id);
    }

    @PostMapping("/{id}/resumption")
    Redirect resume(@PathVariable UUID id, Actor actor, Flash flash) {
        flows.resume(id, actor);
        flash.done("flows.isResumed");
        return to(id);
    }

    @PostMapping("/{id}/end")
    Redirect end(@PathVariable UUID id, Actor actor, Flash flash) {
        flows.end(id, actor);
        flash.done("flows.isEnded");
        return to(id);
    }

    @PostMapping("/{id}/people/audience")
    Redirect addAudience(@PathVariable UUID id, @RequestParam UUID audience, Actor actor, Flash flash) {
        var added = adding.add(id, audience, actor);
        if (added.underWay()) {
            flash.done("flows.adding.underWay");
        } else {
            flash.done("flows.added", added.entered());
        }
        return to(id);
    }

    @PostMapping("/{id}/additions/{addition}/removal")
    Redirect takeBack(@PathVariable UUID id, @PathVariable UUID addition, Actor actor, Flash flash) {
        adding.takeBack(id, addition, actor);
        flash.done("flows.adding.takenBack");
        return to(id);
    }

    @PostMapping("/{id}/people/{person}")
    Redirect add(@PathVariable UUID id, @PathVariable PersonId person, Actor actor, Flash flash) {
        if (flows.add(id, List.of(person), actor) > 0) {
            flash.done("flows.added", 1);
        } else {
            flash.warn("flows.notAdded");
        }
        return to(id);
    }

    /** The same from the person's own page. */
    @GetMapping("/people/{person}")
    ChoicePage choose(@PathVariable PersonId person, Actor actor) {
        return choices.page(person, Errors.none(), actor);
    }

    @PostMapping("/people/{person}")
    Reply choose(
            @PathVariable PersonId person, @RequestParam(defaultValue = "") String flow, Actor actor, Flash flash) {
        try {
            if (flows.add(Ids.parse("flow", flow), List.of(person), actor) > 0) {
                flash.done("flows.added", 1);
            } else {
                flash.warn("flows.notAdded");
            }
            return Redirect.to("/people/" + person);
        } catch (Problem.Invalid e) {
            return choices.page(person, Errors.of(e), actor);
        }
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/marketing/flows/" + id);
    }
}
