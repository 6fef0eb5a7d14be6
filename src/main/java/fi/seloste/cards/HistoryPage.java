package fi.seloste.cards;

import fi.seloste.register.Change;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a field was before, when it changed, by whom and from what source; of all fields where none is named. */
public record HistoryPage(
        Viewpoint at,
        String field,
        List<Change> changes,
        @Nullable String older,
        Map<UUID, String> names) implements View {

    @Override
    public String as() {
        return at.purpose().code();
    }
}
