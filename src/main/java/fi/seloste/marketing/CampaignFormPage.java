package fi.seloste.marketing;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign's settings, made or changed. */
public record CampaignFormPage(@Nullable Campaign campaign, Choices choices, CampaignForm form, Errors errors)
        implements View {

    /** What can be chosen from: the grounds that the notice declares, the audiences, senders and templates there are, the address that mail comes from. */
    public record Choices(
            List<Option> grounds, List<Option> audiences, List<Option> senders, List<Option> templates, String from) {}

    public String url() {
        return campaign == null ? "/marketing/campaigns" : "/marketing/campaigns/" + campaign.id() + "/settings";
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}
