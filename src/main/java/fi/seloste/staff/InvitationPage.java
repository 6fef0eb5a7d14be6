package fi.seloste.staff;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** Somebody chooses a password. */
public record InvitationPage(String name, String email, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
