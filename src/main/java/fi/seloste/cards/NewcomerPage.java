package fi.seloste.cards;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down a new person; asks where somebody looks alike, and where somebody was erased. */
public record NewcomerPage(
        String purpose, NewcomerForm form, Asking asking, List<Option> languages, List<Option> owners, Errors errors)
        implements View {

    /** What is asked before it is saved: which organisation, whether it is one of these, whether an erased one gave it. */
    public record Asking(
            Employer employer, List<Alike> alike, @Nullable Said erased) {}

    /** Somebody who is in the register already, and by what it looks alike. */
    public record Alike(String url, String name, String note, String reason) {}

    @Override
    public String template() {
        return "cards/new-person";
    }

    @Override
    public int status() {
        return !errors.isEmpty() ? 400 : asking.alike().isEmpty() && asking.erased() == null ? 200 : 409;
    }

    @Override
    public String as() {
        return purpose;
    }
}
