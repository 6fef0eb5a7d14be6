package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.seloste.base.Paging;
import fi.seloste.marketing.Question;
import fi.seloste.ui.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of events, which grows for years. */
@EventsTest
class EventListTest {

    @Autowired
    Hosting hosting;

    @Autowired
    List<Question> asked;

    @AfterEach
    void today_again() {
        hosting.clock.reset();
    }

    @Test
    void all_are_read_part_by_part_the_next_on_top_then_those_that_are_over_the_last_on_top() {
        var made = new ArrayList<UUID>();
        for (int day = 1; day <= 9; day++) {
            made.add(on(LocalDate.of(2027, 2, day)));
        }
        var calledOff = on(LocalDate.of(2027, 2, 20));
        hosting.marketing(() -> {
            hosting.events.callOff(calledOff, Hosting.JENNY);
            return true;
        });
        hosting.clock.turnTo(LocalDate.of(2027, 2, 6));

        var read = new ArrayList<UUID>();
        String mark = null;
        do {
            var asked = Paging.of("2", mark);
            var page = hosting.marketing(() -> hosting.events.page(asked));
            page.items().forEach(one -> read.add(one.id()));
            mark = page.next();
        } while (mark != null);

        assertThat(read)
                .filteredOn(one -> made.contains(one) || one.equals(calledOff))
                .containsExactly(
                        made.get(5),
                        made.get(6),
                        made.get(7),
                        made.get(8),
                        calledOff,
                        made.get(4),
                        made.get(3),
                        made.get(2),
                        made.get(1),
                        made.get(0));
    }

    @Test
    void one_that_is_long_over_is_found_by_a_part_of_its_name_and_asked_about_in_audiences() {
        var past = on(LocalDate.of(2027, 3, 1), "Kuksan kehitysilta");
        var ahead = on(LocalDate.of(2027, 5, 1), "Kesäpäivä");
        hosting.clock.turnTo(LocalDate.of(2027, 4, 1));

        assertThat(hosting.marketing(() -> hosting.events.coming()))
                .extracting(Event::id)
                .contains(ahead)
                .doesNotContain(past);
        assertThat(hosting.marketing(() -> hosting.events.called(" KUKSAN ", 10)))
                .extracting(Event::id)
                .containsExactly(past);
        assertThat(asked.stream()
                        .filter(one -> one.code().equals("event-attended"))
                        .findFirst()
                        .orElseThrow()
                        .options("kehitysilta", Locale.of("fi")))
                .extracting(Option::value, Option::label)
                .containsExactly(tuple(past.toString(), "Kuksan kehitysilta, 1.3.2027"));
    }

    private UUID on(LocalDate day, String name) {
        return hosting.opened(Hosting.plan(name, day + "T09:00", day + "T16:00", new Event.Seats(null, true)))
                .id();
    }

    private UUID on(LocalDate day) {
        return hosting.opened(Hosting.plan("Day " + day, day + "T09:00", day + "T16:00", new Event.Seats(null, true)))
                .id();
    }
}
