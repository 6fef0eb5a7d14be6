package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.datamap.Eraser;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands at an event of its room is what the list of its guests comes to, whatever becomes of them. */
@EventsTest
class RoomTest {

    @Autowired
    Hosting hosting;

    @Autowired
    Eraser eraser;

    @AfterEach
    void today_again() {
        hosting.clock.reset();
    }

    @Test
    @Policy({"E1", "E2", "E11"})
    void whoever_comes_waits_cancels_is_late_or_is_erased_moves_the_two_numbers() {
        hosting.met("Fatima Tuttu", "fatima@room.example");
        var event = hosting.opened(2, true);
        hosting.registers(event, "Ada Koskinen", "ada@room.example");
        hosting.registers(event, "Fatima Tuttu", "fatima@room.example");
        hosting.registers(event, "Cecilia Rask", "cecilia@room.example");
        hosting.registers(event, "Daniel Holm", "daniel@room.example");
        assertThat(kept(event)).isEqualTo("2 placed, 2 in line").isEqualTo(counted(event));

        hosting.cancels("ada@room.example");
        assertThat(kept(event))
                .as("the next moves up")
                .isEqualTo("2 placed, 1 in line")
                .isEqualTo(counted(event));

        hosting.clock.advance(Duration.ofDays(8));
        hosting.tending.run();
        hosting.afterwards();
        assertThat(kept(event))
                .as("a place that nobody confirmed goes to the last in line")
                .isEqualTo("2 placed, 0 in line")
                .isEqualTo(counted(event));

        var cecilia = new PersonId(hosting.people("cecilia@room.example").getFirst());
        hosting.purposes.as(Purpose.RIGHTS, () -> eraser.erase(cecilia, Set.of()));
        assertThat(kept(event)).isEqualTo("1 placed, 0 in line").isEqualTo(counted(event));

        hosting.registers(event, "Eero Uusi", "eero@room.example");
        assertThat(hosting.kinds("eero@room.example")).containsExactly("event-registered");
        hosting.registers(event, "Gunilla Sen", "gunilla@room.example");
        assertThat(kept(event)).isEqualTo("2 placed, 1 in line").isEqualTo(counted(event));
    }

    @Test
    @Policy("E1")
    void whoever_is_written_down_beyond_the_room_is_counted_too() {
        var event = hosting.opened(1, false);
        hosting.registers(event, "Ada Koskinen", "ada@beyond.example");
        hosting.marketing(() -> hosting.guests.register(
                event.id(), hosting.wish(event, "Boris Lind", "boris@beyond.example"), "staff", true, Hosting.JENNY));

        assertThat(kept(event)).isEqualTo("2 placed, 0 in line").isEqualTo(counted(event));
        hosting.cancels("ada@beyond.example");
        assertThat(hosting.comes(event, "Chen Wei", "chen@beyond.example").outcome())
                .as("one of two went, and there is room for one")
                .isEqualTo("full");
    }

    private String kept(Event event) {
        return read(
                "select placed || ' placed, ' || in_line || ' in line' from events.event where event_id = :id", event);
    }

    private String counted(Event event) {
        return read(
                "select count(*) filter (where state = 'registered') || ' placed, ' || count(*) filter (where state = 'waiting') || ' in line'"
                        + " from events.participation where event_id = :id",
                event);
    }

    private String read(String sql, Event event) {
        return hosting.purposes.as(
                Purpose.OWNER,
                () -> hosting.jdbc
                        .sql(sql)
                        .param("id", event.id())
                        .query(String.class)
                        .single());
    }
}
