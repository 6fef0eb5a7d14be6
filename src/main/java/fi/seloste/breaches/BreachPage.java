package fi.seloste.breaches;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** One breach: the facts, the clock with its reasons, and what was done. */
public record BreachPage(BreachListPage.Row row, List<String> reasons, String now, Errors errors) implements View {

    public Breach breach() {
        return row.breach();
    }

    @Override
    public String as() {
        return "rights";
    }
}
