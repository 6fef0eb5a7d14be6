package fi.seloste.instructions;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the instructions, for whoever works here. */
@Component
class InstructionMenu implements Menu {

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("instructions.title", "/instructions", "article", MenuGroup.PRIVACY, 88));
    }
}
