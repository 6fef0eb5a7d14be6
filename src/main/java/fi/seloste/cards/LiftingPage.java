package fi.seloste.cards;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** Lifts a ban, by what proves that the person wants marketing again. */
public record LiftingPage(Viewpoint at, String name, String reason, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}
