package fi.seloste.senders;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** A pool to be made or changed. */
public record PoolFormPage(String url, boolean fresh, PoolForm form, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
