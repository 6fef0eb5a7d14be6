package fi.seloste.responses;

import fi.seloste.marketing.Campaign;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import org.jspecify.annotations.Nullable;

/** The subjects of a campaign that are to be tried, or were. */
public record TrialPage(Campaign campaign, @Nullable Trial trial, Outcome outcome, TrialForm form, Errors errors)
        implements View {

    public String url() {
        return "/marketing/campaigns/" + campaign.id();
    }

    /** The words of a subject; the first is the campaign's own. */
    public String words(int subject, String language) {
        return trial == null ? campaign.content().subject(language) : trial.words(campaign, subject, language);
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
