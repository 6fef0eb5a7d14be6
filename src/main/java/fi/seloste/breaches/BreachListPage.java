package fi.seloste.breaches;

import fi.seloste.ui.View;
import java.time.Instant;
import java.util.List;

/** The register of breaches, the open ones first. */
public record BreachListPage(List<Row> rows) implements View {

    /** {@code gone} is how much of a hundred of the 72 hours is over. */
    public record Row(Breach breach, Instant due, int gone, boolean late) {}

    @Override
    public String as() {
        return "rights";
    }
}
