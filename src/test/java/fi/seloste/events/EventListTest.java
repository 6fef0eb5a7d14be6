package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.Paging;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of events, which grows for years. */
@EventsTest
class EventListTest {

    @Autowired
    Hosting hosting;

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

    private UUID on(LocalDate day) {
        return hosting.opened(Hosting.plan("Day " + day, day + "T09:00", day + "T16:00", new Event.Seats(null, true)))
                .id();
    }
}
