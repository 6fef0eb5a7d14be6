package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Campaigns in the order of the work: see, make, settle, write, look over, let leave, see what came of it. */
@Controller
@RequestMapping("/marketing")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class CampaignPages {

    private final Marketing marketing;
    private final CampaignDesk desk;
    private final Specimens specimens;
    private final Drafting drafting;

    CampaignPages(Marketing marketing, CampaignDesk desk, Specimens specimens, Drafting drafting) {
        this.marketing = marketing;
        this.desk = desk;
        this.specimens = specimens;
        this.drafting = drafting;
    }

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    CampaignListPage list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after) {
        return desk.list(CampaignQuery.of(q, state), Paging.of(null, after));
    }

    /** With the ground, the audience or the template that somebody comes from. */
    @GetMapping("/campaigns/new")
    CampaignFormPage fresh(
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable UUID template,
            SignedIn viewer) {
        var form = desk.with(desk.empty(viewer).from(ground, audience), template);
        return desk.form(null, form, Errors.none(), viewer.locale());
    }

    @PostMapping("/campaigns")
    Reply make(CampaignForm form, SignedIn viewer, Flash flash) {
        try {
            var id = desk.make(form, viewer);
            flash.done("marketing.campaign.made");
            return Redirect.to("/marketing/campaigns/" + id + "/content");
        } catch (Problem.Invalid e) {
            return desk.form(null, form, Errors.of(e), viewer.locale());
        }
    }

    @GetMapping("/campaigns/{id}")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    CampaignPage one(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean judged, SignedIn viewer) {
        return desk.page(id, judged, Errors.none(), viewer);
    }

    @GetMapping("/campaigns/{id}/settings")
    CampaignFormPage settings(@PathVariable UUID id, SignedIn viewer) {
        var campaign = desk.draft(id);
        return desk.form(campaign, CampaignForm.of(campaign), Errors.none(), viewer.locale());
    }

    @PostMapping("/campaigns/{id}/settings")
    Reply settle(@PathVariable UUID id, CampaignForm form, SignedIn viewer, Flash flash) {
        try {
            desk.settle(id, form);
            flash.done("marketing.campaign.changed");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.form(desk.draft(id), form, Errors.of(e), viewer.locale());
        }
    }

    /** As last month's was: named first, then written. */
    @PostMapping("/campaigns/{id}/copy")
    Redirect copy(@PathVariable UUID id, Actor actor, Flash flash) {
        var copy = drafting.copy(id, actor);
        flash.done("campaigns.copied");
        return Redirect.to("/marketing/campaigns/" + copy + "/settings");
    }

    @PostMapping("/campaigns/{id}/removal")
    Redirect remove(@PathVariable UUID id, Actor actor, Flash flash) {
        drafting.remove(id, actor);
        flash.done("campaigns.removed");
        return Redirect.to("/marketing");
    }

    @PostMapping("/campaigns/{id}/test")
    Redirect test(@PathVariable UUID id, SignedIn viewer, Flash flash) {
        if (specimens.send(id, viewer)) {
            flash.done("marketing.test.sent", viewer.account().email());
        } else {
            flash.warn("marketing.test.failed");
        }
        return to(id);
    }

    @PostMapping("/campaigns/{id}/sending")
    Redirect send(@PathVariable UUID id, Actor actor, Flash flash) {
        marketing.letLeave(id, actor);
        flash.done("marketing.campaign.started");
        return to(id);
    }

    @PostMapping("/campaigns/{id}/schedule")
    Reply schedule(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String startsAt, SignedIn viewer, Flash flash) {
        try {
            marketing.schedule(id, ApprovalForm.moment(startsAt.strip(), viewer.zone()), viewer.actor());
            flash.done("marketing.campaign.isScheduled");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.page(id, true, Errors.of(e), viewer);
        }
    }

    @PostMapping("/campaigns/{id}/pause")
    Redirect pause(@PathVariable UUID id, Actor actor, Flash flash) {
        marketing.pause(id, null, actor);
        flash.done("marketing.campaign.isPaused");
        return to(id);
    }

    @PostMapping("/campaigns/{id}/resumption")
    Redirect resume(@PathVariable UUID id, Actor actor, Flash flash) {
        marketing.resume(id, actor);
        flash.done("marketing.campaign.isResumed");
        return to(id);
    }

    @PostMapping("/campaigns/{id}/cancellation")
    Redirect cancel(@PathVariable UUID id, Actor actor, Flash flash) {
        marketing.cancel(id, null, actor);
        flash.done("marketing.campaign.isCancelled");
        return to(id);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/marketing/campaigns/" + id);
    }
}
