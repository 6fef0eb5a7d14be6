package fi.seloste.marketing;

import fi.seloste.base.Actor;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A second person's word: asked for, looked at, given or refused, taken back. */
@Controller
@RequestMapping("/marketing/campaigns/{id}/approval")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class ApprovalPages {

    private final Approving approving;
    private final ApprovalDesk desk;
    private final CampaignDesk campaigns;

    ApprovalPages(Approving approving, ApprovalDesk desk, CampaignDesk campaigns) {
        this.approving = approving;
        this.desk = desk;
        this.campaigns = campaigns;
    }

    @GetMapping
    ApprovalPage one(@PathVariable UUID id, SignedIn viewer) {
        return desk.page(id, viewer.id(), Errors.none());
    }

    @PostMapping
    Reply ask(@PathVariable UUID id, ApprovalForm form, SignedIn viewer, Flash flash) {
        try {
            approving.ask(id, form.wish(viewer.zone()), viewer.actor(), viewer.id());
            flash.done("marketing.approval.asked.done");
            return to(id);
        } catch (Problem.Invalid e) {
            return campaigns.page(id, true, Errors.of(e), viewer);
        }
    }

    @PostMapping("/grant")
    Redirect approve(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String seal, SignedIn viewer, Flash flash) {
        approving.approve(id, seal, viewer.id(), viewer.actor());
        flash.done("marketing.approval.approved.done");
        return to(id);
    }

    @PostMapping("/return")
    Reply giveBack(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, SignedIn viewer, Flash flash) {
        try {
            approving.giveBack(id, reason, viewer.id(), viewer.actor());
            flash.done("marketing.approval.returned.done");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.page(id, viewer.id(), Errors.of(e));
        }
    }

    @PostMapping("/withdrawal")
    Redirect withdraw(@PathVariable UUID id, Actor actor, Flash flash) {
        approving.withdraw(id, actor);
        flash.done("marketing.approval.withdrawn.done");
        return to(id);
    }

    @PostMapping("/schedule")
    Redirect schedule(@PathVariable UUID id, Actor actor, Flash flash) {
        approving.scheduleAsApproved(id, actor);
        flash.done("marketing.campaign.isScheduled");
        return to(id);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/marketing/campaigns/" + id);
    }
}
