package fi.seloste.forms;

import fi.seloste.ui.View;
import java.util.List;

/** All forms, with how much came by each and how much of it waits. */
public record FormListPage(List<Row> rows) implements View {

    public record Row(Form form, long taken, long waiting) {}
}
