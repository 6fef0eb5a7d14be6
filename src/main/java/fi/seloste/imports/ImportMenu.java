package fi.seloste.imports;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the imports. */
@Component
class ImportMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("imports.title", "/imports", "upload", MenuGroup.WORK, 90)
                .going("i")
                .shownTo(viewer -> viewer.may("customer:see:all")));
    }
}
