package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Eraser;
import fi.seloste.datamap.Table;
import fi.seloste.datamap.Walk;
import fi.seloste.register.Timeline;
import fi.seloste.register.TimelineQuery;
import fi.seloste.retention.NightlySweep;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the clock does with events, and what becomes of what people told for them. */
@EventsTest
class TendingTest {

    @Autowired
    Hosting hosting;

    @Autowired
    NightlySweep nightly;

    @Autowired
    Walk walk;

    @Autowired
    DataMap map;

    @Autowired
    Eraser eraser;

    @Autowired
    Timeline timeline;

    @Test
    @Policy("E10")
    void a_reminder_leaves_once_to_whoever_has_a_place_however_often_the_clock_is_looked_at() {
        var event = hosting.opened(1, true);
        hosting.registers(event, "Ada Koskinen", "ada@remind.example");
        hosting.registers(event, "Boris Lind", "boris@remind.example");
        hosting.clock.turnTo(event.times().starts().minus(Duration.ofDays(1)).minusSeconds(60));
        hosting.tending.run();
        assertThat(hosting.kinds("ada@remind.example")).doesNotContain("event-reminder");

        hosting.clock.advance(Duration.ofHours(2));
        hosting.tending.run();
        hosting.tending.run();
        hosting.clock.advance(Duration.ofHours(3));
        hosting.tending.run();

        assertThat(hosting.kinds("ada@remind.example")).containsExactly("event-registered", "event-reminder");
        assertThat(hosting.kinds("boris@remind.example")).containsExactly("event-waiting");
    }

    @Test
    @Policy("E10")
    void reminders_that_fall_due_together_are_one_letter() {
        var plan = Hosting.plan(null, true);
        var event = hosting.opened(
                new Event.Plan(plan.words(), plan.times(), plan.seats(), plan.asked(), List.of(120, 1_440, 10_080)));
        hosting.registers(event, "Ada Koskinen", "ada@together.example");
        hosting.clock.turnTo(event.times().starts().minus(Duration.ofHours(20)));
        hosting.tending.run();
        assertThat(hosting.kinds("ada@together.example")).containsExactly("event-registered", "event-reminder");

        hosting.clock.turnTo(event.times().starts().minus(Duration.ofMinutes(90)));
        hosting.tending.run();
        assertThat(hosting.kinds("ada@together.example"))
                .as("the one of two hours before is still to come then")
                .containsExactly("event-registered", "event-reminder", "event-reminder");
    }

    @Test
    @Policy("E10")
    void an_event_that_is_put_off_takes_its_reminder_along_and_one_that_has_begun_reminds_nobody() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@putoff.example");
        hosting.clock.turnTo(event.times().starts().minus(Duration.ofHours(20)));
        hosting.tending.run();
        var now = hosting.now(event);
        hosting.marketing(() -> {
            hosting.events.change(
                    event.id(),
                    Hosting.plan(
                            "Varautumispäivä",
                            "2027-02-04T09:00",
                            "2027-02-04T16:00",
                            now.plan().seats()),
                    now.course().version(),
                    Hosting.JENNY);
            return true;
        });
        hosting.afterwards();
        hosting.clock.turnTo(hosting.now(event).times().starts().minus(Duration.ofHours(23)));
        hosting.tending.run();
        assertThat(hosting.kinds("ada@putoff.example"))
                .containsExactly("event-registered", "event-reminder", "event-changed", "event-reminder");

        var asleep = hosting.opened(
                Hosting.plan("Toinen", "2027-02-05T09:00", "2027-02-05T16:00", new Event.Seats(null, true)));
        hosting.registers(asleep, "Cecilia Rask", "cecilia@putoff.example");
        hosting.clock.turnTo(asleep.times().starts().plusSeconds(60));
        hosting.tending.run();
        assertThat(hosting.kinds("cecilia@putoff.example")).doesNotContain("event-reminder");
        assertThat(hosting.now(asleep).state()).isEqualTo(Event.State.OPEN);
        hosting.clock.turnTo(asleep.times().ends());
        hosting.tending.run();
        assertThat(hosting.now(asleep).state()).isEqualTo(Event.State.HELD);
    }

    @Test
    @Policy("E7")
    void a_diet_is_gone_two_weeks_after_the_event_and_the_participation_stays_until_its_own_time() {
        var event = hosting.opened(null, true, Asked.need(Map.of()));
        hosting.registers(event, "Ada Koskinen", "ada@gone.example", "a.need", "celiac", "agree", "true");
        hosting.clock.turnTo(event.times().ends());
        hosting.tending.run();
        hosting.clock.advance(Duration.ofDays(14));
        nightly.run();
        assertThat(needsOf("ada@gone.example")).as("on the last day of keeping").isOne();

        hosting.clock.advance(Duration.ofDays(1));
        nightly.run();
        assertThat(needsOf("ada@gone.example")).isZero();
        assertThat(hosting.row("ada@gone.example")).containsEntry("state", "registered");

        hosting.clock.advance(Duration.ofDays(800));
        nightly.run();
        assertThat(participationsOf("ada@gone.example")).isZero();
    }

    @Test
    @Policy("E7")
    void who_moves_the_event_moves_the_day_on_which_diets_go() {
        var event = hosting.opened(null, true, Asked.need(Map.of()));
        hosting.registers(event, "Ada Koskinen", "ada@later.example", "a.need", "celiac", "agree", "true");
        var now = hosting.now(event);
        hosting.marketing(() -> {
            hosting.events.change(
                    event.id(),
                    Hosting.plan(
                            "Varautumispäivä",
                            "2027-03-04T09:00",
                            "2027-03-04T16:00",
                            now.plan().seats(),
                            Asked.need(Map.of())),
                    now.course().version(),
                    Hosting.JENNY);
            return true;
        });
        hosting.clock.turnTo(event.times().ends().plus(Duration.ofDays(20)));
        nightly.run();
        assertThat(needsOf("ada@later.example")).isOne();
    }

    private int needsOf(String email) {
        return count("events.need n join events.participation p on p.participation_id = n.participation_id", email);
    }

    private int participationsOf(String email) {
        return count("events.participation p", email);
    }

    private int count(String from, String email) {
        return hosting.purposes.as(
                Purpose.OWNER,
                () -> hosting.jdbc
                        .sql("select count(*) from " + from + " where p.email = :email")
                        .param("email", email)
                        .query(Integer.class)
                        .single());
    }

    @Test
    @Policy("E11")
    void who_took_part_reads_it_in_the_copy_on_the_timeline_and_nowhere_after_an_erasure() {
        var event = hosting.opened(null, true, Asked.need(Map.of()), Asked.organisation(false));
        hosting.registers(
                event,
                "Ada Koskinen",
                "ada@copy.example",
                "a.need",
                "celiac",
                "agree",
                "true",
                "organisation",
                "Jokivoima Oy");
        var ada = new PersonId(hosting.people("ada@copy.example").getFirst());

        assertThat(rows("events.participation", ada).toString())
                .contains("Varautumispäivä", "Jokivoima Oy", "registered");
        assertThat(rows("events.need", ada).toString()).contains("celiac", "terveyttäni");
        var line = hosting.customer(
                        () -> timeline.of(ada, new TimelineQuery(Set.of(), Set.of(Purpose.CUSTOMER), 50, null)))
                .items();
        assertThat(line).anySatisfy(item -> {
            assertThat(item.group()).isEqualTo("participation");
            assertThat(item.text()).isEqualTo("Varautumispäivä");
            assertThat(item.opens()).isEqualTo("/events/" + event.id());
            assertThat(item.kind()).isEqualTo("registered");
        });
        hosting.letIn(event.id(), "ada@copy.example");
        assertThat(hosting.customer(
                                () -> timeline.of(ada, new TimelineQuery(Set.of(), Set.of(Purpose.CUSTOMER), 50, null)))
                        .items())
                .as("whoever came in did not only register")
                .anySatisfy(item -> assertThat(item.kind()).isEqualTo("attended"));

        hosting.purposes.as(Purpose.RIGHTS, () -> eraser.erase(ada, Set.of()));
        assertThat(participationsOf("ada@copy.example")).isZero();
        assertThat(hosting.numbers(event).registered())
                .as("the place is free again")
                .isZero();
    }

    private List<Map<String, @Nullable Object>> rows(String name, PersonId person) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        Table table = map.tables().stream()
                .filter(one -> one.qualified().equals(name))
                .findFirst()
                .orElseThrow();
        hosting.purposes.as(Purpose.RIGHTS, () -> walk.rows(person, table, rows::add));
        return rows;
    }
}
