package fi.seloste.console;

import fi.seloste.installation.Setting;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Letters that left, wait or failed. In the demonstration none leaves, and this is where they are read. */
@Controller
class OutboxPages {

    private static final int SHOWN = 200;

    private final Mail mail;
    private final LiveSettings settings;

    OutboxPages(Mail mail, LiveSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    @GetMapping("/outbox")
    @Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
    OutboxPage outbox() {
        return new OutboxPage(mail.newest(SHOWN), settings.now().text(Setting.MAIL_HOST) != null);
    }
}
