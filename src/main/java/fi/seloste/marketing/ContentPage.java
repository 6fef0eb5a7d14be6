package fi.seloste.marketing;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.ArrayList;
import java.util.List;

/** The words of a campaign, two of its languages side by side, so that whoever translates sees the original beside. */
public record ContentPage(
        Campaign campaign,
        Content content,
        Beside beside,
        List<Picture> pictures,
        MergeFields.Offers offers,
        Errors errors)
        implements View {

    private static final int FEWEST_ROWS = 4;
    private static final int MOST_ROWS = 24;
    private static final int SIGNS_A_ROW = 62;

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

    /** Those that are written now; the others go along unseen, so that nothing of them is lost. */
    public List<String> languages() {
        return beside.languages();
    }

    public List<String> unseen() {
        return content.languages().stream()
                .filter(one -> !beside.languages().contains(one))
                .toList();
    }

    /** High enough for the longer of the two, so that paragraphs stay level. */
    public int rows(Block block) {
        int most = beside.languages().stream()
                .mapToInt(language -> block.in(language)
                        .lines()
                        .mapToInt(line -> 1 + line.length() / SIGNS_A_ROW)
                        .sum())
                .max()
                .orElse(0);
        return Math.clamp(most + 1, FEWEST_ROWS, MOST_ROWS);
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
