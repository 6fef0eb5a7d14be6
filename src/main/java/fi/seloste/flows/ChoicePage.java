package fi.seloste.flows;

import fi.seloste.base.PersonId;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;

/** Into which flow somebody is let in: those that run or are paused, but for the ones in which the person is on the way already. */
public record ChoicePage(PersonId person, String name, List<Option> flows, List<String> within, Errors errors)
        implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}
