package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How steps follow each other, and how long a wait is. */
class DrawingTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final Step.Wait first = new Step.Wait(UUID.randomUUID(), 1, 0, false);
    private final Step.Mail inside = new Step.Mail(UUID.randomUUID(), UUID.randomUUID());
    private final Step.Stop stop = new Step.Stop(UUID.randomUUID());
    private final Step.Condition condition =
            new Step.Condition(UUID.randomUUID(), UUID.randomUUID(), null, null, List.of(inside), List.of());
    private final Drawing drawing = new Drawing(List.of(first, condition, stop));

    @Test
    void after_the_last_step_on_a_side_both_go_on_together() {
        assertThat(drawing.after(first.id())).isEqualTo(condition);
        assertThat(drawing.into(condition, true)).isEqualTo(inside);
        assertThat(drawing.into(condition, false)).isEqualTo(stop);
        assertThat(drawing.after(inside.id())).isEqualTo(stop);
        assertThat(drawing.after(stop.id())).isNull();
    }

    @Test
    void a_step_is_put_in_moved_and_taken_out_wherever_it_stands() {
        var task = new Step.Task(UUID.randomUUID(), "Call", 2, null);
        var with = drawing.with(new Drawing.Place(condition.id(), false, 0), task);
        assertThat(with.into((Step.Condition) with.get(condition.id()), false)).isEqualTo(task);
        assertThat(with.after(task.id())).isEqualTo(stop);
        assertThat(drawing.with(new Drawing.Place(null, false, 99), task).steps())
                .endsWith(task);

        assertThat(drawing.moved(stop.id(), true).steps())
                .extracting(Step::code)
                .containsExactly("wait", "stop", "condition");
        assertThat(drawing.moved(stop.id(), false)).isEqualTo(drawing);
        assertThat(drawing.without(inside.id()).mails()).isEmpty();
        assertThat(drawing.without(condition.id()).steps()).containsExactly(first, stop);
        assertThatThrownBy(() -> drawing.without(UUID.randomUUID())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> drawing.with(new Drawing.Place(stop.id(), true, 0), task))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void it_is_read_as_it_was_written() {
        assertThat(Drawing.parse(drawing.json())).isEqualTo(drawing);
    }

    @Test
    void conditions_within_conditions_come_to_an_end() {
        List<Step> steps = List.of();
        for (int i = 0; i < 3; i++) {
            steps = List.of(new Step.Condition(UUID.randomUUID(), null, null, null, steps, List.of()));
        }
        var deep = steps;
        assertThat(new Drawing(deep).all()).hasSize(3);
        assertThatThrownBy(() ->
                        new Drawing(List.of(new Step.Condition(UUID.randomUUID(), null, null, null, deep, List.of()))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_wait_goes_on_until_working_hours() {
        var days = new Step.Wait(UUID.randomUUID(), 2, 0, true);
        // Friday noon and two days is Sunday; Monday at nine it goes on.
        assertThat(days.until(at("2026-11-27T12:00"), HELSINKI)).isEqualTo(at("2026-11-30T09:00"));
        assertThat(days.until(at("2026-11-23T10:30"), HELSINKI)).isEqualTo(at("2026-11-25T10:30"));
        assertThat(days.until(at("2026-11-23T07:00"), HELSINKI)).isEqualTo(at("2026-11-25T09:00"));
        assertThat(days.until(at("2026-11-23T17:00"), HELSINKI)).isEqualTo(at("2026-11-26T09:00"));
        // Independence Day is a Sunday in 2026, and the Finnish Christmas Eve is a holiday of its own law: the 25th and
        // 26th are by ours.
        assertThat(new Step.Wait(UUID.randomUUID(), 1, 0, true).until(at("2026-12-24T10:00"), HELSINKI))
                .isEqualTo(at("2026-12-28T09:00"));
    }

    @Test
    void a_day_is_a_day_of_the_calendar_also_when_clocks_change() {
        var day = new Step.Wait(UUID.randomUUID(), 1, 0, false);
        assertThat(day.until(at("2027-03-27T12:00"), HELSINKI)).isEqualTo(at("2027-03-28T12:00"));
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(HELSINKI).toInstant();
    }
}
