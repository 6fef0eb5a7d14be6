package fi.seloste.staff;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** Staff's own lines of the menu. */
@Component
class StaffMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(
                MenuItem.of("staff.list.title", "/staff", "id", MenuGroup.HOUSE, 10)
                        .shownTo(viewer -> viewer.may("technical:see")),
                MenuItem.of("staff.teams.title", "/teams", "users-group", MenuGroup.HOUSE, 20)
                        .shownTo(viewer -> viewer.may("technical:manage")),
                MenuItem.of("staff.tokens.title", "/tokens", "key", MenuGroup.HOUSE, 30)
                        .shownTo(viewer -> viewer.may("technical:manage")));
    }
}
