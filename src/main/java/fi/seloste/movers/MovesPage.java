package fi.seloste.movers;

import fi.seloste.base.Paged;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** Exports of other mailing tools that came in, and the form that brings another. */
public record MovesPage(Paged<Move> moves, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
