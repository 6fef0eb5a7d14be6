package fi.seloste.movers;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** Exports of other mailing tools that came in, and the form that brings another. */
public record MovesPage(List<Move> moves, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
