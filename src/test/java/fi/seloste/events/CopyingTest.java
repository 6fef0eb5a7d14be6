package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Last spring's event is the beginning of the next one. */
@EventsTest
class CopyingTest {

    @Autowired
    Hosting hosting;

    @AfterEach
    void today_again() {
        hosting.clock.reset();
    }

    @Test
    void a_copy_is_a_draft_with_the_same_plan_and_without_a_guest() {
        var first = hosting.opened(12, true, Asked.organisation(true), Asked.need(Map.of()));
        hosting.registers(first, "Ada Koskinen", "ada@copied.example", "organisation", "Jokivoima Oy");

        var copy = copy(first.id());

        assertThat(copy.state()).isEqualTo(Event.State.DRAFT);
        assertThat(copy.slug()).isNotEqualTo(first.slug());
        assertThat(copy.name("fi")).isEqualTo("Varautumispäivä (2)");
        assertThat(copy.name("en")).isEqualTo("Varautumispäivä in English (2)");
        assertThat(copy.in("fi").where()).isEqualTo(first.in("fi").where());
        assertThat(copy.plan().seats()).isEqualTo(first.plan().seats());
        assertThat(copy.plan().asked()).isEqualTo(first.plan().asked());
        assertThat(hosting.marketing(() -> hosting.events.reminders(copy.id())))
                .extracting(Reminder::minutes)
                .containsExactly(1_440);
        assertThat(hosting.numbers(first).registered()).isOne();
        assertThat(hosting.numbers(copy)).isEqualTo(Numbers.NONE);
        assertThat(copy.course().sequence()).isZero();
    }

    @Test
    void it_is_on_the_same_weekday_when_clocks_show_the_same_and_always_ahead() {
        var first = hosting.opened(null, true);
        assertThat(copy(first.id()).times().start().toLocalDateTime())
                .as("a week later where the first is ahead itself")
                .isEqualTo(LocalDateTime.parse("2027-01-28T09:00"));

        hosting.clock.turnTo(LocalDate.of(2027, 4, 1));
        var copy = copy(first.id());

        assertThat(copy.times().start().toLocalDateTime())
                .as("over the night in which clocks go forward")
                .isEqualTo(LocalDateTime.parse("2027-04-08T09:00"));
        assertThat(copy.times().end().toLocalDateTime()).isEqualTo(LocalDateTime.parse("2027-04-08T16:00"));
        hosting.marketing(() -> {
            hosting.events.open(copy.id(), Hosting.JENNY);
            return true;
        });
    }

    @Test
    void the_end_of_registration_moves_along_and_a_name_that_fills_the_line_still_gets_its_number() {
        var times = Hosting.plan(null, true).times();
        var closes = Instant.parse("2027-01-14T14:00:00Z");
        var plan = new Event.Plan(
                Map.of("fi", new Words("n".repeat(200), "", "Tampere", "")),
                new Times(times.starts(), times.ends(), times.zone(), closes),
                new Event.Seats(null, false),
                List.of(),
                List.of());

        var copy = copy(hosting.opened(plan).id());

        assertThat(copy.times().closesAt()).isEqualTo(Instant.parse("2027-01-21T14:00:00Z"));
        assertThat(copy.name("fi")).hasSizeLessThanOrEqualTo(200).endsWith(" (2)");
    }

    @Test
    void what_is_not_there_cannot_be_copied() {
        Assertions.assertThatThrownBy(() -> copy(UUID.randomUUID())).isInstanceOf(Problem.NotFound.class);
    }

    private Event copy(UUID id) {
        return hosting.marketing(() -> hosting.events.get(hosting.events.copy(id, Hosting.JENNY)));
    }
}
