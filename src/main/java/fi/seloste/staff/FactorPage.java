package fi.seloste.staff;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** An app is shown the secret of the second factor. */
public record FactorPage(Totp.Picture picture, String secret, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
