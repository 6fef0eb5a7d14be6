package fi.seloste.disclosures;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** A demand to be written down or completed; {@code secrecy} is whether its secrecy can still be said. */
public record DisclosureFormPage(String url, boolean fresh, boolean secrecy, DisclosureForm form, Errors errors)
        implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "rights";
    }
}
