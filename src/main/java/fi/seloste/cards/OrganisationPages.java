package fi.seloste.cards;

import fi.seloste.base.OrganisationId;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Reply;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of an organisation. */
@Controller
class OrganisationPages {

    private final OrganisationDesk desk;
    private final Purposes purposes;

    OrganisationPages(OrganisationDesk desk, Purposes purposes) {
        this.desk = desk;
        this.purposes = purposes;
    }

    @GetMapping("/organisations/{id}")
    @Needs(
            purpose = {
                Purpose.CUSTOMER,
                Purpose.SUPPORT,
                Purpose.MARKETING,
                Purpose.CONTRACTS,
                Purpose.BILLING,
                Purpose.CLAIMS,
                Purpose.REFERENCES,
                Purpose.ANALYTICS
            },
            chosen = true)
    Reply organisation(@PathVariable OrganisationId id, @RequestParam Map<String, String> query, Viewpoint at) {
        return purposes.as(at.purpose(), () -> desk.page(at, query));
    }
}
