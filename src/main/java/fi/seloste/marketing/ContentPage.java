package fi.seloste.marketing;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.ArrayList;
import java.util.List;

/** The words of a campaign, its languages side by side. */
public record ContentPage(Campaign campaign, Content content, List<Picture> pictures, Errors errors) implements View {

    /** Pictures of the library to choose from, and that none of them is. */
    public List<Option> choices(String none) {
        var choices = new ArrayList<>(List.of(new Option("", none)));
        pictures.forEach(one -> choices.add(new Option(
                one.url(),
                "%s (%d × %d)"
                        .formatted(one.name(), one.size().width(), one.size().height()))));
        return choices;
    }

    public boolean isOurs(Block block) {
        return Picture.isOurs(block.url());
    }

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
