package fi.seloste.mailbox;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways of mail in the menu. */
@Component
class MailMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("mailbox.mail.title", "/mail", "inbox", MenuGroup.HOUSE, 85)
                .shownTo(viewer -> viewer.may("technical:manage")));
    }
}
