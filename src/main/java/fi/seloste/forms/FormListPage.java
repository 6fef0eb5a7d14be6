package fi.seloste.forms;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;

/** Forms, with how much came by each and how much of it waits. */
public record FormListPage(Paged<Row> read) implements View {

    public record Row(Form form, long taken, long waiting) {

        /** What another module takes over is counted there. */
        public boolean isKeptHere() {
            return Kinds.OURS.contains(form.plan().kind());
        }
    }
}
