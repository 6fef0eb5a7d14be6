package fi.seloste.responses;

import fi.seloste.marketing.Figures;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens and clicks beside a campaign's own report. */
@Component
class CampaignFigures implements Figures {

    private final Responses responses;

    CampaignFigures(Responses responses) {
        this.responses = responses;
    }

    @Override
    public List<Figure> of(UUID campaign) {
        var outcome = responses.of(campaign);
        if (!outcome.declared() && outcome.isEmpty()) {
            return List.of();
        }
        var url = "/marketing/campaigns/" + campaign + "/responses";
        return List.of(
                new Figure("responses.opened", outcome.opened().people(), "responses.byPeople", url),
                new Figure("responses.clicked", outcome.clicked().people(), "responses.byPeople", url));
    }
}
