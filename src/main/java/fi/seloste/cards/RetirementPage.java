package fi.seloste.cards;

import fi.seloste.register.CustomField;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/**
 * Before a field goes with every value of it: how many there are, which open forms ask it, and its name to be typed; or how many are kept, with
 * which it stays.
 */
public record RetirementPage(CustomField field, int values, int kept, List<String> forms, Errors errors)
        implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
