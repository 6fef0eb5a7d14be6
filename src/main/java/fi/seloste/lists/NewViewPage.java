package fi.seloste.lists;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** A name for the list as it is. */
public record NewViewPage(ListAddress at, String name, boolean shared, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
