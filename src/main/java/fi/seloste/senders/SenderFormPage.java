package fi.seloste.senders;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** A sender to be made or changed; the key of one that is there stays. */
public record SenderFormPage(String url, boolean fresh, SenderForm form, List<Pool> pools, Errors errors)
        implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
