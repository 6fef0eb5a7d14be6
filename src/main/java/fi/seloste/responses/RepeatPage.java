package fi.seloste.responses;

import fi.seloste.marketing.Campaign;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Said;
import fi.seloste.ui.View;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sending a campaign again to whoever has not followed it. */
public record RepeatPage(
        Campaign campaign,
        Outcome outcome,
        @Nullable Said hindrance,
        Map<String, String> subjects,
        boolean unknownToo,
        Errors errors)
        implements View {

    public String url() {
        return "/marketing/campaigns/" + campaign.id();
    }

    public String shown(String language) {
        return subjects.getOrDefault(language, "");
    }

    /** Of those of whom we may know. */
    public long unmoved() {
        return Math.max(0, outcome.readers().known() - outcome.readers().clickers());
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
