package fi.seloste.cards;

import fi.seloste.register.CustomField;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** Renames a field, changes its choices and its place, and says what it is. */
public record OwnFieldPage(CustomField field, OwnFieldForm form, List<Filings.Offer> offers, Errors errors)
        implements View {

    /** How audiences and programs call it. */
    public String code() {
        return "own:" + field.key();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
