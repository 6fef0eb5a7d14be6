package fi.seloste.marketing;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the campaigns. */
@Component
class MarketingMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("marketing.title", "/marketing", "send", MenuGroup.WORK, 40)
                .shownTo(viewer -> viewer.may("marketing:see")));
    }
}
