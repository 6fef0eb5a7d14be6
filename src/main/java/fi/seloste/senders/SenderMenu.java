package fi.seloste.senders;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to senders, for whoever runs the house. */
@Component
class SenderMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("senders.title", "/senders", "server", MenuGroup.HOUSE, 33)
                .shownTo(viewer -> viewer.may("technical:manage")));
    }
}
