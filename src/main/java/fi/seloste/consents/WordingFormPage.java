package fi.seloste.consents;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;

/** Writes words that people will be asked by; those that are changed become another version. */
public record WordingFormPage(List<Option> declared, WordingForm form, String as, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
