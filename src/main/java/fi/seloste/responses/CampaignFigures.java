package fi.seloste.responses;

import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Figures;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens and clicks beside a campaign's own report, and what can be done with them. */
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
        var url = url(campaign) + "/responses";
        return List.of(
                new Figure("responses.opened", outcome.opened().people(), "responses.byPeople", url),
                new Figure("responses.clicked", outcome.clicked().people(), "responses.byPeople", url));
    }

    @Override
    public List<Turn> turns(Campaign campaign) {
        var url = url(campaign.id());
        return switch (campaign.state()) {
            case DRAFT -> List.of(new Turn("responses.trial", "arrows-exchange", url + "/trial", true));
            case SCHEDULED -> List.of();
            case SENDING, PAUSED, CANCELLED ->
                List.of(new Turn("responses.title", "chart-bar", url + "/responses", false));
            case SENT ->
                List.of(
                        new Turn("responses.title", "chart-bar", url + "/responses", false),
                        new Turn("responses.repeat", "refresh", url + "/repeat", true));
        };
    }

    private static String url(UUID campaign) {
        return "/marketing/campaigns/" + campaign;
    }
}
