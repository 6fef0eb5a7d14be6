package fi.seloste.cards;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;

/** Writes down a new organisation, and asks where one looks alike. */
public record NewFirmPage(
        String purpose, NewFirmForm form, List<NewcomerPage.Alike> alike, List<Option> owners, Errors errors)
        implements View {

    @Override
    public String template() {
        return "cards/new-organisation";
    }

    @Override
    public int status() {
        return !errors.isEmpty() ? 400 : alike.isEmpty() ? 200 : 409;
    }

    @Override
    public String as() {
        return purpose;
    }
}
