package fi.seloste.informing;

import fi.seloste.register.Untold;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;

/** Who has still to be told where their data came from, soonest first. */
public record InformingPage(List<Untold> people, Counted counted, LocalDate today) implements View {

    /** At most 1,001 are counted. */
    public record Counted(int all, int soon, int late) {}

    public boolean isLate(Untold one) {
        return one.by().isBefore(today);
    }

    public boolean isSoon(Untold one) {
        return !isLate(one) && one.by().isBefore(today.plusDays(8));
    }

    @Override
    public String as() {
        return "rights";
    }
}
