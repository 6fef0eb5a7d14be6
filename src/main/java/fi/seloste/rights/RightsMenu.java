package fi.seloste.rights;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The desk in the menu, with how many requests wait. */
@Component
class RightsMenu implements Menu {

    private final Rights rights;

    RightsMenu(Rights rights) {
        this.rights = rights;
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("rights.desk.title", "/rights", "scale", MenuGroup.PRIVACY, 10)
                .going("r")
                .counting(viewer -> rights.countOpen())
                .shownTo(viewer -> viewer.may("rights:see")));
    }
}
