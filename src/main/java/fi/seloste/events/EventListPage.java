package fi.seloste.events;

import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events, the next on top. */
public record EventListPage(
        List<Row> ahead, List<Row> over, @Nullable String next) implements View {

    /** An event as a line of the list. */
    public record Row(Event event, String name, String when, Numbers numbers) {}
}
