package fi.seloste.cards;

import fi.seloste.register.CustomField;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** Before a field goes with every value of it: how many there are, and its name to be typed; or how many are kept, with which it stays. */
public record RetirementPage(CustomField field, int values, int kept, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
