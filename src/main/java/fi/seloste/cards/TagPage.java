package fi.seloste.cards;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** The tags of somebody, each of which can go, and a field for one more. */
public record TagPage(Viewpoint at, List<String> tags, List<String> known, Errors errors) implements View {

    @Override
    public String template() {
        return "cards/tagging";
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}
