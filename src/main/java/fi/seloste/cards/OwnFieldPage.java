package fi.seloste.cards;

import fi.seloste.register.CustomField;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** Renames a field, changes its choices and its place. */
public record OwnFieldPage(CustomField field, OwnFieldForm form, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
