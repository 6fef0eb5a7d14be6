package fi.seloste.rights;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The desk in the menu, with how many requests and messages wait. */
@Component
class RightsMenu implements Menu {

    private final Rights rights;
    private final Inbox inbox;

    RightsMenu(Rights rights, Inbox inbox) {
        this.rights = rights;
        this.inbox = inbox;
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("rights.desk.title", "/rights", "scale", MenuGroup.PRIVACY, 10)
                .going("r")
                .counting(viewer -> rights.countOpen() + inbox.waiting().count())
                .shownTo(viewer -> viewer.may("rights:see")));
    }
}
