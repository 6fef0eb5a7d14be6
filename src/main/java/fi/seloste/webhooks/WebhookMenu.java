package fi.seloste.webhooks;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to webhooks, for whoever runs the house. */
@Component
class WebhookMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("webhooks.title", "/webhooks", "plug", MenuGroup.HOUSE, 35)
                .shownTo(viewer -> viewer.may("technical:manage")));
    }
}
