package fi.seloste.flows;

import fi.seloste.ui.Offers;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** From somebody's page into a flow. */
@Component
class FlowOffers implements Offers {

    @Override
    public List<Offer> to(UUID person) {
        return List.of(new Offer("flows.offer", "/marketing/flows/people/" + person, "git-merge", "marketing:change"));
    }
}
