package fi.seloste.retention;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to what falls due. */
@Component
class RetentionMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("retention.title", "/retention", "hourglass", MenuGroup.PRIVACY, 20)
                .going("k")
                .shownTo(viewer -> viewer.may("retention:see")));
    }
}
