package fi.seloste.console;

import fi.seloste.ui.Said;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one arrives after signing in: what waits for this person, what is due first on top, and the first steps of an empty register. */
public record HomePage(List<Matter> matters, LocalDate today, boolean empty) implements View {

    /** Something that waits, with the day it is due where there is one. It names nobody: whose it is stands behind the link. */
    public record Matter(
            String icon,
            Said what,
            @Nullable Said more,
            String url,
            @Nullable LocalDate dueOn) {}

    public boolean isLate(Matter matter) {
        return matter.dueOn != null && matter.dueOn.isBefore(today);
    }

    public boolean isSoon(Matter matter) {
        return matter.dueOn != null && !isLate(matter) && matter.dueOn.isBefore(today.plusDays(8));
    }
}
