package fi.seloste.directory;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The directory in the menu. */
@Component
class DirectoryMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("directory.title", "/directory", "login", MenuGroup.HOUSE, 86)
                .shownTo(viewer -> viewer.may("technical:manage")));
    }
}
