package fi.seloste.forms;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the forms. */
@Component
class FormsMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("forms.title", "/forms", "template", MenuGroup.WORK, 45)
                .shownTo(viewer -> viewer.may("marketing:see") || viewer.may("customer:see")));
    }
}
