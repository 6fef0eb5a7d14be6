package fi.seloste.rights;

import fi.seloste.base.FinnishHolidays;
import fi.seloste.rights.RequestsPage.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lays out requests side by side: in lanes of their states, and on the days they are due. */
public final class RequestBoard {

    private static final List<String> LANES = List.of("received", "identity", "collecting", "review", "answered");
    private static final int WEEKS = 6;

    private RequestBoard() {}

    /** The requests of one stage, what is due first on top. */
    public record Lane(String stage, List<Row> rows) {}

    /** A day of the calendar with what is due on it; a holiday or weekend is never a last day (Regulation 1182/71, Art. 3(4)). */
    public record Day(LocalDate on, boolean today, boolean off, List<Row> due) {}

    static List<Lane> lanes(List<Row> open, List<Row> closed) {
        return LANES.stream()
                .map(stage -> new Lane(
                        stage,
                        Stream.concat(
                                        open.stream()
                                                .filter(row -> stage(row).equals(stage))
                                                .sorted(Comparator.comparing(
                                                        row -> row.due().on())),
                                        stage.equals("answered") ? closed.stream() : Stream.empty())
                                .toList()))
                .toList();
    }

    private static String stage(Row row) {
        return row.state().equals("answered-partly") ? "answered" : row.state();
    }

    /** Whole weeks from this one's Monday. What is overdue stands on today. */
    static List<Day> days(List<Row> open, LocalDate today) {
        var days = new ArrayList<Day>();
        var first = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var day = first; day.isBefore(first.plusWeeks(WEEKS)); day = day.plusDays(1)) {
            var on = day;
            days.add(new Day(
                    on,
                    on.equals(today),
                    on.getDayOfWeek().getValue() > 5 || FinnishHolidays.isHoliday(on),
                    open.stream().filter(row -> shownOn(row, today).equals(on)).toList()));
        }
        return days;
    }

    private static LocalDate shownOn(Row row, LocalDate today) {
        return row.due().on().isBefore(today) ? today : row.due().on();
    }
}
