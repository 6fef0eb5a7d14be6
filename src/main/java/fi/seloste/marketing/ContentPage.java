package fi.seloste.marketing;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** The words of a campaign, its languages side by side. */
public record ContentPage(Campaign campaign, Content content, Errors errors) implements View {

    public String url() {
        return "/marketing/campaigns/" + campaign.id() + "/content";
    }

    public List<String> languages() {
        return content.languages();
    }

    public List<String> fields() {
        return java.util.Arrays.stream(MergeField.values())
                .map(one -> "{{" + one.word() + "}}")
                .toList();
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
