package fi.seloste.events;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the events. */
@Component
class EventsMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("events.title", "/events", "calendar-event", MenuGroup.WORK, 45)
                .shownTo(viewer -> viewer.may("customer:see") || viewer.may("marketing:see")));
    }
}
