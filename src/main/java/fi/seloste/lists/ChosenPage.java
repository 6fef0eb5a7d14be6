package fi.seloste.lists;

import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;

/** Before many are touched: who they are, what will be done, and what it needs. */
public record ChosenPage(ListAddress at, Purpose purpose, ChosenAct act, Concerned whom, Form form) implements View {

    /** What can be chosen, what was written, and what was wrong with it. */
    public record Form(List<Option> options, String written, Errors errors) {}

    @Override
    public String as() {
        return purpose.code();
    }

    @Override
    public int status() {
        return form.errors().isEmpty() ? 200 : 400;
    }
}
