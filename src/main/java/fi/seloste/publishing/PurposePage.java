package fi.seloste.publishing;

import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Locale;

/** What one purpose of the notice opens in the system. */
public record PurposePage(String id, String name, int seen, List<String> opens, Errors errors) implements View {

    static PurposePage of(Draft draft, DeclaredPurpose one, Locale language) {
        return new PurposePage(
                one.id(),
                one.name().in(language),
                draft.version(),
                one.uses().stream().map(Purpose::code).toList(),
                Errors.none());
    }

    PurposePage wrong(Sent sent, Errors wrong) {
        return new PurposePage(id, name, seen, sent.all("uses"), wrong);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "rights";
    }
}
