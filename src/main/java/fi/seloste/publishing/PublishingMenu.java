package fi.seloste.publishing;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The notice and the record of processing in the menu. */
@Component
class PublishingMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(
                MenuItem.of("publishing.title", "/settings/notice", "notes", MenuGroup.PRIVACY, 20)
                        .going("n")
                        .shownTo(viewer -> viewer.may("rights:see")),
                MenuItem.of("notice.record.title", "/notice/record", "file-text", MenuGroup.PRIVACY, 30)
                        .shownTo(viewer -> viewer.may("rights:see")));
    }
}
