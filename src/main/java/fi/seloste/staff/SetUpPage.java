package fi.seloste.staff;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** The first visit. Without the code from the console only the code is asked for. */
public record SetUpPage(SetUpForm form, boolean mayBegin, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
