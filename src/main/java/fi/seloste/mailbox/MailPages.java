package fi.seloste.mailbox;

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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where mail goes out and comes in, for whoever keeps the house. */
@Controller
@RequestMapping("/mail")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class MailPages {

    private final MailSettings settings;
    private final Collecting collecting;

    MailPages(MailSettings settings, Collecting collecting) {
        this.settings = settings;
        this.collecting = collecting;
    }

    @GetMapping
    MailPage mail() {
        return settings.page(Map.of(), Errors.none());
    }

    @PostMapping
    Reply set(@RequestParam Map<String, String> form, Actor actor, Flash flash) {
        try {
            settings.set(form, actor);
            flash.done("mailbox.mail.kept");
            return Redirect.to("/mail");
        } catch (Problem.Invalid e) {
            return settings.page(form, Errors.of(e));
        }
    }

    @PostMapping("/look")
    Redirect look() {
        collecting.run();
        return Redirect.to("/mail");
    }
}
