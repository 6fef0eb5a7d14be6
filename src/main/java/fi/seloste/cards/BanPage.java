package fi.seloste.cards;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** Bans marketing; where several people read an address, it asks whether all of them are meant. */
public record BanPage(Viewpoint at, String name, List<String> shared, String reason, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}
