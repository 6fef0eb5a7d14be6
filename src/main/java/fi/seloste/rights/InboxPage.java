package fi.seloste.rights;

import fi.seloste.ui.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What arrived by mail: what waits to be looked at, what is due first on top, or what was decided, newest first. */
public record InboxPage(
        String state,
        List<Row> rows,
        RequestsPage.Counts counts,
        @Nullable String after) implements View {

    /** {@code guess} is the code of the right that its words suggest, or empty. */
    public record Row(String id, String from, Said said, String nature, String guess, Due due) {}

    public record Said(String subject, String beginning) {}

    public record Due(Instant arrivedAt, LocalDate on, long daysLeft) {}

    public List<String> states() {
        return List.of("waiting", "taken", "joined", "set-aside");
    }

    @Override
    public String as() {
        return "rights";
    }
}
