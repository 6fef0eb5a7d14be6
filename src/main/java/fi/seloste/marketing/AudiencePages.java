package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.NextName;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Audiences, built by clicks: each adds or takes away a condition and shows at once whom that leaves. */
@Controller
@RequestMapping("/marketing/audiences")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class AudiencePages {

    private final Targeting targeting;
    private final AudienceDesk desk;

    AudiencePages(Targeting targeting, AudienceDesk desk) {
        this.targeting = targeting;
        this.desk = desk;
    }

    /** What is asked for on the page of an audience: a condition to be added, from where its people are listed, and that nobody is too many to be judged. */
    record Asked(
            @Nullable Integer group,
            @Nullable String field,
            @Nullable String q,
            @Nullable String after,
            @Nullable Boolean judged) {

        static Asked of(@Nullable Integer group, @Nullable String field) {
            return new Asked(group, field, null, null, null);
        }
    }

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    AudienceListPage list(@RequestParam(required = false) @Nullable String after) {
        return desk.list(after);
    }

    @PostMapping
    Redirect make(@RequestParam(defaultValue = "") String name, Actor actor) {
        return to(targeting.add(name, Criteria.EVERYBODY, actor));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    AudiencePage one(@PathVariable UUID id, Asked asked, Actor actor, Locale language) {
        return desk.page(id, asked, Errors.none(), actor, language);
    }

    /** How many fit it, of a register so large that the list did not wait for it. */
    @GetMapping("/{id}/count")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    CountPage count(@PathVariable UUID id) {
        return new CountPage(targeting.count(targeting.get(id).criteria()));
    }

    /** Who is left out and why, of an audience so large that its page did not wait for it. */
    @GetMapping("/{id}/reach")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    ReachPage reach(@PathVariable UUID id) {
        return new ReachPage(targeting.reach(targeting.get(id).criteria()));
    }

    @PostMapping("/{id}")
    Reply settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "all") String match,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            Locale language) {
        try {
            var criteria = targeting.get(id).criteria();
            targeting.change(id, version, name, new Criteria(Criteria.Match.of("match", match), criteria.groups()));
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.page(id, Asked.of(null, null), Errors.of(e), actor, language);
        }
    }

    @PostMapping("/{id}/conditions")
    Reply add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int group,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            Locale language) {
        try {
            desk.add(id, version, group, field, value);
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.page(id, Asked.of(group, field), Errors.of(e), actor, language);
        }
    }

    @PostMapping("/{id}/conditions/{group}/{index}/removal")
    Redirect remove(
            @PathVariable UUID id,
            @PathVariable int group,
            @PathVariable int index,
            @RequestParam(defaultValue = "0") int version) {
        desk.remove(id, version, group, index);
        return to(id);
    }

    /** How the conditions of a group belong together: all, any, or none of them. */
    @PostMapping("/{id}/groups/{group}")
    Redirect join(
            @PathVariable UUID id,
            @PathVariable int group,
            @RequestParam(defaultValue = "") String match,
            @RequestParam(defaultValue = "0") int version) {
        desk.join(id, version, group, match);
        return to(id);
    }

    /** The same conditions under another name, to be changed from there. */
    @PostMapping("/{id}/copy")
    Redirect copy(@PathVariable UUID id, Actor actor, Flash flash) {
        var audience = targeting.get(id);
        var copy = targeting.add(NextName.after(audience.name()), audience.criteria(), actor);
        flash.done("campaigns.audience.copied");
        return to(copy);
    }

    @PostMapping("/{id}/removal")
    Redirect remove(@PathVariable UUID id, Flash flash) {
        targeting.remove(id);
        flash.done("marketing.audience.removed");
        return Redirect.to("/marketing/audiences");
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/marketing/audiences/" + id);
    }
}
