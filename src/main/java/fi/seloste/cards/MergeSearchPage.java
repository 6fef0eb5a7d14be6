package fi.seloste.cards;

import fi.seloste.ui.View;
import java.util.List;

/** Looks for the one that is the same. */
public record MergeSearchPage(Viewpoint at, String asked, List<Employer.Found> found) implements View {

    @Override
    public String as() {
        return at.purpose().code();
    }
}
