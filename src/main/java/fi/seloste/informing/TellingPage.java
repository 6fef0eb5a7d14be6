package fi.seloste.informing;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** Somebody was told otherwise, or need not be told: how, and the note that proves it. */
public record TellingPage(String person, String name, String how, String note, Errors errors) implements View {

    public List<String> ways() {
        return List.of("otherwise", "known", "disproportionate");
    }

    @Override
    public String as() {
        return "rights";
    }
}
