package fi.seloste.flows;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;

/** The flows that there are, what begins each, and how many are on their way through it. */
public record FlowListPage(Paged<Row> read) implements View {

    public record Row(Flow flow, String beginning, int within) {}
}
