package fi.seloste.rights;

import fi.seloste.ui.View;
import java.util.List;

/** Before an erasure: what goes and what a law keeps, and the ban that may serve better. */
public record ErasurePage(String link, List<Line> lines) implements View {

    /** What becomes of a category: gone, or kept and why. */
    public record Line(String category, long rows, boolean goes, String until) {}

    @Override
    public String as() {
        return "subject";
    }
}
