package fi.seloste.flows;

import fi.seloste.ui.View;
import java.util.List;

/** The flows that there are, what begins each, and how many are on their way through it. */
public record FlowListPage(List<Row> rows) implements View {

    public record Row(Flow flow, String beginning, int within) {}
}
