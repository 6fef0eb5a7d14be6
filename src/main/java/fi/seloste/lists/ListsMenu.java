package fi.seloste.lists;

import fi.seloste.store.Purpose;
import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import fi.seloste.ui.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways to the two lists. */
@Component
class ListsMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(
                MenuItem.of("lists.people.title", "/people", "users", MenuGroup.WORK, 10)
                        .going("p")
                        .shownTo(ListsMenu::reads),
                MenuItem.of("lists.organisations.title", "/organisations", "building", MenuGroup.WORK, 20)
                        .going("o")
                        .shownTo(ListsMenu::reads));
    }

    private static boolean reads(Viewer viewer) {
        return Purpose.ofStaff().stream()
                .filter(purpose -> purpose != Purpose.ANALYTICS)
                .anyMatch(purpose -> viewer.may(purpose.code()));
    }
}
