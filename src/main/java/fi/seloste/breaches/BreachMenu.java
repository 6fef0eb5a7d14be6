package fi.seloste.breaches;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the breaches, with how many are open. */
@Component
class BreachMenu implements Menu {

    private final Breaches breaches;

    BreachMenu(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("breaches.title", "/breaches", "alert-triangle", MenuGroup.PRIVACY, 80)
                .counting(viewer -> breaches.open())
                .shownTo(viewer -> viewer.may("rights:see")));
    }
}
