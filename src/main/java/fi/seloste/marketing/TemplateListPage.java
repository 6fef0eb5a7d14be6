package fi.seloste.marketing;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;
import java.util.List;

/** The templates that campaigns may begin with. */
public record TemplateListPage(Paged<CampaignTemplate> read) implements View {

    public List<CampaignTemplate> rows() {
        return read.items();
    }

    @Override
    public String as() {
        return "marketing";
    }
}
