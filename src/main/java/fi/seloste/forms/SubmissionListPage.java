package fi.seloste.forms;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came by a form: first what waits for its sender or for somebody here, then what was taken in, the newest first. */
public record SubmissionListPage(
        Form form,
        Paged<Arrival> waiting,
        List<Submission> rows,
        Map<String, String> names,
        @Nullable String next,
        String as)
        implements View {

    public String name(Submission row) {
        return names.getOrDefault(row.person().toString(), "");
    }
}
