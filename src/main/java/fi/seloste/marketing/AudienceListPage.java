package fi.seloste.marketing;

import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audiences that are kept, what was made last first, with how many marketing sees of each now; in a large register each is counted when it is looked at. */
public record AudienceListPage(List<Row> rows, @Nullable String next) implements View {

    /** {@code people} is null where nobody was counted; {@code withheld} where the notice in force does not let marketing ask it. */
    public record Row(Audience audience, @Nullable Integer people, boolean withheld) {}

    @Override
    public String as() {
        return "marketing";
    }
}
