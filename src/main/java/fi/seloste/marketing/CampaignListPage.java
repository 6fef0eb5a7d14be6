package fi.seloste.marketing;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Campaigns, what was touched last first, with how far each has come and what came of it. */
public record CampaignListPage(
        CampaignQuery asked, Paged<Campaign> read, Map<UUID, Report.Numbers> numbers, Map<UUID, Figures.Came> came)
        implements View {

    private static final Report.Numbers NONE = new Report.Numbers(0, 0, 0, 0, 0, 0, 0, 0);

    public List<Campaign> rows() {
        return read.items();
    }

    public Report.Numbers of(Campaign campaign) {
        return numbers.getOrDefault(campaign.id(), NONE);
    }

    /** What readers of the viewer's own language see in their mailbox. */
    public String subject(Campaign campaign, String language) {
        var content = campaign.content();
        return content.subject(content.languageFor(language));
    }

    /** Null where nothing of it was followed. */
    public Figures.@Nullable Came came(Campaign campaign) {
        return came.get(campaign.id());
    }

    @Override
    public String as() {
        return "marketing";
    }
}
