package fi.seloste.rights;

import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests: those that wait for us, due first, or all of one state, newest first. */
public record RequestsPage(
        String state,
        List<Row> rows,
        Counts counts,
        @Nullable String after) implements View {

    public record Row(String id, String number, String right, String state, Who who, Due due) {}

    public record Who(String name, LocalDate receivedOn) {}

    /** {@code gone} is how much of a hundred of the time is over. */
    public record Due(LocalDate on, long daysLeft, int gone, boolean late, boolean stands) {}

    /** {@code arrived} is how many messages wait for somebody to say what they are. */
    public record Counts(long open, long late, long soon, long arrived) {}

    public List<String> states() {
        return List.of("open", "review", "answered-partly", "closed", "refused", "withdrawn");
    }

    @Override
    public String as() {
        return "rights";
    }
}
