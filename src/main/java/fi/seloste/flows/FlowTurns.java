package fi.seloste.flows;

import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Figures;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From a mail's own page back to the flow that it belongs to. */
@Component
@Order(1)
class FlowTurns implements Figures {

    private final FlowRecords flows;

    FlowTurns(FlowRecords flows) {
        this.flows = flows;
    }

    @Override
    public List<Figure> of(UUID campaign) {
        return List.of();
    }

    @Override
    public List<Turn> turns(Campaign campaign) {
        return flows.withMail(campaign.id()).stream()
                .map(flow -> new Turn("flows.toFlow", "arrow-back-up", "/marketing/flows/" + flow, false))
                .toList();
    }
}
