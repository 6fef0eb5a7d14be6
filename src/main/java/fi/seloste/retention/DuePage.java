package fi.seloste.retention;

import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who goes in a month; names are shown to whom the customers' purpose shows them. */
public record DuePage(
        String month, List<Row> rows, @Nullable String after) implements View {

    public record Row(
            String id, @Nullable String name, @Nullable String organisation, When when) {}

    public record When(
            LocalDate goesOn, String why, @Nullable String stoppedBy) {}

    @Override
    public String as() {
        return "retention";
    }
}
