package fi.seloste.breaches;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** The facts of a breach to be written down or completed. */
public record BreachFormPage(String url, boolean fresh, BreachForm form, Errors errors) implements View {

    @Override
    public String as() {
        return "rights";
    }
}
