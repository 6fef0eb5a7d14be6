package fi.seloste.cards;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The fields of this company's own in the menu. */
@Component
class CardsMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("cards.own.title", "/settings/fields", "adjustments", MenuGroup.HOUSE, 60)
                .shownTo(viewer -> viewer.may("customer:manage")));
    }
}
