package fi.seloste.marketing;

import fi.seloste.ui.View;
import java.util.List;

/** The audiences that are kept, what was touched last first, with how many marketing sees of each now. */
public record AudienceListPage(List<Row> rows) implements View {

    public record Row(Audience audience, int people) {}

    @Override
    public String as() {
        return "marketing";
    }
}
