package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestBoardTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);

    @Test
    void a_lane_shows_what_is_due_first_on_top_and_the_last_one_what_was_closed_lately() {
        var lanes = RequestBoard.lanes(
                List.of(
                        row("1", "review", LocalDate.of(2026, 12, 20)),
                        row("2", "review", LocalDate.of(2026, 12, 9)),
                        row("3", "answered-partly", LocalDate.of(2026, 12, 30))),
                List.of(row("4", "closed", LocalDate.of(2026, 11, 2))));

        assertThat(lanes)
                .extracting(RequestBoard.Lane::stage)
                .containsExactly("received", "identity", "collecting", "review", "answered");
        assertThat(lanes.get(3).rows()).extracting(RequestsPage.Row::number).containsExactly("2", "1");
        assertThat(lanes.get(4).rows()).extracting(RequestsPage.Row::number).containsExactly("3", "4");
        assertThat(lanes.getFirst().rows()).isEmpty();
    }

    @Test
    void the_calendar_begins_on_Monday_names_days_that_bind_nobody_and_keeps_the_overdue_in_sight() {
        var days = RequestBoard.days(
                List.of(
                        row("late", "review", LocalDate.of(2026, 11, 2)),
                        row("soon", "received", LocalDate.of(2026, 12, 7))),
                THURSDAY);

        assertThat(days).hasSize(42);
        assertThat(days.getFirst().on()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(due(days, THURSDAY)).containsExactly("late");
        assertThat(due(days, LocalDate.of(2026, 12, 7))).containsExactly("soon");
        assertThat(days.stream().filter(RequestBoard.Day::off).map(RequestBoard.Day::on))
                .contains(LocalDate.of(2026, 12, 5), LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 6))
                .doesNotContain(LocalDate.of(2026, 12, 24), THURSDAY);
    }

    private static List<String> due(List<RequestBoard.Day> days, LocalDate on) {
        return days.stream()
                .filter(day -> day.on().equals(on))
                .flatMap(day -> day.due().stream())
                .map(RequestsPage.Row::number)
                .toList();
    }

    private static RequestsPage.Row row(String number, String state, LocalDate due) {
        return new RequestsPage.Row(
                number,
                number,
                "access",
                state,
                new RequestsPage.Who("Ada Koskinen", due.minusMonths(1)),
                new RequestsPage.Due(due, 0, 0, false, false));
    }
}
