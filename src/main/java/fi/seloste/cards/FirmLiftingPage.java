package fi.seloste.cards;

import fi.seloste.register.OrganisationBan;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** Lifts an organisation's ban, by what proves that the organisation takes its word back. */
public record FirmLiftingPage(Viewpoint at, OrganisationBan ban, String reason, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}
