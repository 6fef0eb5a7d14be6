package fi.seloste.console;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The console's own lines of the menu. */
@Component
class ConsoleMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(
                MenuItem.of("console.home.title", "/", "home", MenuGroup.WORK, 0)
                        .going("t"),
                MenuItem.of("console.evidence.title", "/evidence", "certificate", MenuGroup.PRIVACY, 90)
                        .going("e")
                        .shownTo(viewer -> viewer.may("rights:see")),
                MenuItem.of("console.suppression.title", "/suppression", "ban", MenuGroup.PRIVACY, 60)
                        .shownTo(viewer -> viewer.may("rights:see")),
                MenuItem.of("console.outbox.title", "/outbox", "mail", MenuGroup.HOUSE, 80)
                        .shownTo(viewer -> viewer.may("technical:manage")));
    }
}
