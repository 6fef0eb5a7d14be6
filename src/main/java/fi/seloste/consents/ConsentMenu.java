package fi.seloste.consents;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the words that people are asked by. */
@Component
class ConsentMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("consents.title", "/consents", "signature", MenuGroup.PRIVACY, 40)
                .shownTo(viewer -> viewer.may("rights:see") || viewer.may("marketing:see")));
    }
}
