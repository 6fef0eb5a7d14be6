package fi.seloste.marketing;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All campaigns, what was touched last first, with how far each has come. */
public record CampaignListPage(Paged<Campaign> read, Map<UUID, Report.Numbers> numbers) implements View {

    private static final Report.Numbers NONE = new Report.Numbers(0, 0, 0, 0, 0, 0, 0, 0);

    public List<Campaign> rows() {
        return read.items();
    }

    public Report.Numbers of(Campaign campaign) {
        return numbers.getOrDefault(campaign.id(), NONE);
    }

    @Override
    public String as() {
        return "marketing";
    }
}
