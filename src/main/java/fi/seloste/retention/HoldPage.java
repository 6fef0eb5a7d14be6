package fi.seloste.retention;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;

/** Makes a hold. */
public record HoldPage(HoldForm form, List<Option> categories, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "retention";
    }
}
