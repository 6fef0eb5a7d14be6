package fi.seloste.rights;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** The public page to ask at. Nothing is demanded but an address to answer to. */
public record AskPage(List<String> rights, AskForm form, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
