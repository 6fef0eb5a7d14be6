package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Drawing a flow step by step, each by a press. */
@Controller
@RequestMapping("/marketing/flows/{id}/steps")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class StepPages {

    private final Flows flows;
    private final Redrawing redrawing;
    private final StepDesk desk;

    StepPages(Flows flows, Redrawing redrawing, StepDesk desk) {
        this.flows = flows;
        this.redrawing = redrawing;
        this.desk = desk;
    }

    @PostMapping
    Redirect add(
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable UUID condition,
            @RequestParam(defaultValue = "false") boolean yes,
            @RequestParam(defaultValue = "0") int index,
            @RequestParam int version,
            Actor actor) {
        var step = desk.add(id, version, new Drawing.Place(condition, yes, index), kind, actor);
        return step instanceof Step.Stop ? drawing(id) : Redirect.to("/marketing/flows/" + id + "/steps/" + step.id());
    }

    @GetMapping("/{step}")
    StepPage one(@PathVariable UUID id, @PathVariable UUID step) {
        return desk.page(id, step, Map.of(), Errors.none());
    }

    @PostMapping("/{step}")
    Reply settle(@PathVariable UUID id, @PathVariable UUID step, @RequestParam Map<String, String> sent, Flash flash) {
        try {
            desk.settle(id, step, sent);
            flash.done("flows.step.saved");
            return drawing(id);
        } catch (Problem.Invalid e) {
            return desk.page(id, step, sent, Errors.of(e));
        }
    }

    /** To the words of a mail, where they can be written. */
    @PostMapping("/{step}/words")
    Redirect write(@PathVariable UUID id, @PathVariable UUID step, Actor actor) {
        return Redirect.to("/marketing/campaigns/" + redrawing.writable(id, step, actor) + "/content");
    }

    @PostMapping("/{step}/up")
    Redirect up(@PathVariable UUID id, @PathVariable UUID step, @RequestParam int version) {
        redrawing.redraw(id, version, drawing -> drawing.moved(step, true));
        return drawing(id);
    }

    @PostMapping("/{step}/down")
    Redirect down(@PathVariable UUID id, @PathVariable UUID step, @RequestParam int version) {
        redrawing.redraw(id, version, drawing -> drawing.moved(step, false));
        return drawing(id);
    }

    @PostMapping("/{step}/removal")
    Redirect remove(@PathVariable UUID id, @PathVariable UUID step, @RequestParam int version) {
        redrawing.redraw(id, version, drawing -> drawing.without(step));
        return drawing(id);
    }

    /** Where it is drawn: beside the one in force, if there is one. */
    private Redirect drawing(UUID id) {
        return Redirect.to("/marketing/flows/" + id + (flows.get(id).isBegun() ? "?drawing=true" : ""));
    }
}
