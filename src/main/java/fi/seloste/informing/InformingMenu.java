package fi.seloste.informing;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to those who have still to be told. */
@Component
class InformingMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("informing.title", "/informing", "speakerphone", MenuGroup.PRIVACY, 20)
                .shownTo(viewer -> viewer.may("rights:see")));
    }
}
