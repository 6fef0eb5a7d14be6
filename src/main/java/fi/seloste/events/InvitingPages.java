package fi.seloste.events;

import fi.seloste.base.Actor;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** From an event to a campaign about it. */
@Controller
@RequestMapping("/events/{id}")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class InvitingPages {

    private final Inviting inviting;

    InvitingPages(Inviting inviting) {
        this.inviting = inviting;
    }

    @PostMapping("/invitation")
    Redirect invite(@PathVariable UUID id, Actor actor, Flash flash) {
        var campaign = inviting.invite(id, actor);
        flash.done("events.invited");
        return Redirect.to("/marketing/campaigns/" + campaign + "/settings");
    }

    @PostMapping("/thanks")
    Redirect thank(@PathVariable UUID id, Actor actor, Flash flash) {
        return followed(inviting.thank(id, actor), flash);
    }

    @PostMapping("/missed")
    Redirect missed(@PathVariable UUID id, Actor actor, Flash flash) {
        return followed(inviting.missed(id, actor), flash);
    }

    private static Redirect followed(UUID campaign, Flash flash) {
        flash.done("events.followed");
        return Redirect.to("/marketing/campaigns/" + campaign + "/content");
    }
}
