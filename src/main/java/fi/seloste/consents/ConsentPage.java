package fi.seloste.consents;

import fi.seloste.ui.View;

/** One consent: the exact words, how it came, what shows it, and how it ended. */
public record ConsentPage(ConsentFormPage.Whose whose, Consent consent, ConsentPanel.Row row, boolean mayChange)
        implements View {

    @Override
    public String as() {
        return whose.purpose().code();
    }
}
