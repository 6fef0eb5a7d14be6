package fi.seloste.rights;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** Takes in what came by telephone, letter or in person. */
public record ReceivePage(List<String> rights, ReceiveForm form, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "rights";
    }
}
