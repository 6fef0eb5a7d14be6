package fi.seloste.marketing;

import fi.seloste.ui.View;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What leaves, left and takes place in a month, by whole weeks. */
public record CalendarPage(YearMonth month, List<Day> days) implements View {

    /** A day with what is on it; one of another month, a weekend or a holiday stands back. */
    public record Day(LocalDate on, boolean today, boolean off, boolean within, List<Dated.Entry> entries) {}

    public boolean isEmpty() {
        return days.stream().allMatch(day -> day.entries().isEmpty());
    }

    public String url(int months) {
        return "/marketing/calendar?month=" + month.plusMonths(months);
    }

    @Override
    public String as() {
        return "marketing";
    }
}
