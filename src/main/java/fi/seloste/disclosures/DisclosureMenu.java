package fi.seloste.disclosures;

import fi.seloste.ui.Menu;
import fi.seloste.ui.MenuGroup;
import fi.seloste.ui.MenuItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the disclosures, with how many await a decision. */
@Component
class DisclosureMenu implements Menu {

    private final Disclosures disclosures;

    DisclosureMenu(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("disclosures.title", "/disclosures", "gavel", MenuGroup.PRIVACY, 85)
                .counting(viewer -> disclosures.open())
                .shownTo(viewer -> viewer.may("rights:see")));
    }
}
