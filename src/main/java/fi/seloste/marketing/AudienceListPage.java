package fi.seloste.marketing;

import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audiences that are kept, what was made last first, with how many marketing sees of each now. */
public record AudienceListPage(List<Row> rows, @Nullable String next) implements View {

    public record Row(Audience audience, int people) {}

    @Override
    public String as() {
        return "marketing";
    }
}
