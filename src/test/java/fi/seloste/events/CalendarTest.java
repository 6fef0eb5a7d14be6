package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.Problem;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EventsTest
class CalendarTest {

    @Autowired
    Hosting hosting;

    @Autowired
    Calendars calendars;

    @Test
    @Policy("E8")
    void the_letter_carries_the_event_which_moves_and_leaves_the_calendar_again() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada \"Addy\" Koskinen", "ada@calendar.example");
        var invited = hosting.calendar("ada@calendar.example");
        assertThat(invited)
                .contains(
                        "METHOD:REQUEST",
                        "DTSTART;TZID=Europe/Helsinki:20270121T090000",
                        "SEQUENCE:0",
                        "STATUS:CONFIRMED",
                        "mailto:ada@calendar.example",
                        "mailto:asiakkaat@halytin.example",
                        "BEGIN:VTIMEZONE");
        assertThat(one(invited).getLocation().getValue()).isEqualTo("Tampere-talo, Yliopistonkatu 55");

        var now = hosting.now(event);
        var later = Hosting.plan(
                "Varautumispäivä",
                "2027-01-22T09:00",
                "2027-01-22T16:00",
                now.plan().seats());
        hosting.marketing(() -> {
            hosting.events.change(event.id(), later, now.course().version(), Hosting.JENNY);
            return true;
        });
        hosting.afterwards();
        assertThat(hosting.kinds("ada@calendar.example")).containsExactly("event-registered", "event-changed");
        var moved = hosting.calendar("ada@calendar.example");
        assertThat(moved).contains("METHOD:REQUEST", "DTSTART;TZID=Europe/Helsinki:20270122T090000", "SEQUENCE:1");
        assertThat(uid(moved)).isEqualTo(uid(invited));

        hosting.cancels("ada@calendar.example");
        var cancelled = hosting.calendar("ada@calendar.example");
        assertThat(cancelled).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
        assertThat(uid(cancelled)).isEqualTo(uid(invited));
    }

    @Test
    @Policy("E8")
    void calling_off_tells_everybody_once_and_takes_it_out_of_their_calendars() {
        var event = hosting.opened(1, true, Asked.need(Map.of()));
        hosting.registers(event, "Ada Koskinen", "ada@off.example", "a.need", "celiac", "agree", "true");
        hosting.registers(event, "Boris Lind", "boris@off.example");
        hosting.marketing(() -> {
            hosting.events.callOff(event.id(), Hosting.JENNY);
            return true;
        });
        hosting.afterwards();
        hosting.tending.run();
        hosting.afterwards();
        assertThat(hosting.count("events.need")).as("nobody needs it any more").isZero();
        assertThat(hosting.kinds("ada@off.example")).containsExactly("event-registered", "event-called-off");
        assertThat(hosting.calendar("ada@off.example")).contains("METHOD:CANCEL", "SEQUENCE:1");
        assertThat(hosting.kinds("boris@off.example")).containsExactly("event-waiting", "event-called-off");
        assertThat(hosting.mail.file(
                        hosting.letters("boris@off.example").getLast().letterId()))
                .as("who never had it in the calendar has nothing to take out")
                .isEmpty();
    }

    @Test
    @Policy("E8")
    void changed_words_alone_write_to_nobody() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@words.example");
        var now = hosting.now(event);
        var plan = now.plan();
        var words = Map.of(
                "fi",
                new Words("Uusi nimi", "Uusi kuvaus", plan.words().get("fi").place(), ""));
        hosting.marketing(() -> {
            hosting.events.change(
                    event.id(),
                    new Event.Plan(words, plan.times(), plan.seats(), plan.asked(), List.of()),
                    now.course().version(),
                    Hosting.JENNY);
            return true;
        });
        hosting.afterwards();
        assertThat(hosting.kinds("ada@words.example")).containsExactly("event-registered");
    }

    @Test
    void nothing_that_is_typed_becomes_a_property_of_its_own() {
        var plan = new Event.Plan(
                Map.of(
                        "fi",
                        new Words(
                                "Päivä; BEGIN:VALARM, \\n",
                                "Rivi\nATTACH:https://evil.example/x\n;,\\",
                                "Sali, kerros 2; ovi\\",
                                "")),
                Hosting.plan(null, true).times(),
                new Event.Seats(null, true),
                List.of(),
                List.of());
        var event = hosting.opened(plan);
        var text = calendars.published(event, "fi", "https://register.halytin.example/e/" + event.slug());
        var read = one(text);
        assertThat(read.getDescription().getValue()).contains("ATTACH:https://evil.example/x");
        assertThat(read.getSummary().getValue()).isEqualTo("Päivä; BEGIN:VALARM, \\n");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTACH") || line.startsWith("BEGIN:VALARM"));
        assertThat(calendar(text).getComponentList().getAll().stream().filter(VTimeZone.class::isInstance))
                .hasSize(1);
    }

    @Test
    @Policy("E9")
    void an_hour_that_clocks_leave_out_is_refused_and_one_that_comes_twice_is_the_first() {
        assertThatThrownBy(() -> Times.moment("starts", "2027-03-28T03:30", Hosting.HELSINKI))
                .isInstanceOfSatisfying(Problem.Invalid.class, e -> {
                    assertThat(e.field()).isEqualTo("starts");
                    assertThat(e.key()).isEqualTo("events.time.missing");
                    assertThat(e.arguments()).containsExactly("Europe/Helsinki", "03:00", "04:00");
                });
        assertThat(Times.moment("starts", "2027-10-31T03:30", Hosting.HELSINKI)).hasToString("2027-10-31T00:30:00Z");
        assertThat(Times.moment("starts", "2027-07-01T09:00", Hosting.HELSINKI)).hasToString("2027-07-01T06:00:00Z");
        assertThat(Times.moment("starts", "2027-01-01T09:00", Hosting.HELSINKI)).hasToString("2027-01-01T07:00:00Z");
        for (var wrong : List.of("", "tomorrow", "2027-02-30T10:00", "0001-01-01T00:00", "+999999-01-01T00:00")) {
            assertThatThrownBy(() -> Times.moment("starts", wrong, Hosting.HELSINKI))
                    .isInstanceOf(Problem.Invalid.class);
        }
    }

    @Test
    void an_event_that_is_over_is_not_opened_and_ends_after_it_begins() {
        assertThatThrownBy(() -> hosting.opened(
                        Hosting.plan("Mennyt", "2026-11-20T09:00", "2026-11-20T10:00", new Event.Seats(null, true))))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> Hosting.plan("X", "2027-01-20T09:00", "2027-01-20T09:00", new Event.Seats(null, true)))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Event.Seats(0, true)).isInstanceOf(Problem.Invalid.class);
    }

    private static VEvent one(String text) {
        return calendar(text).getComponentList().getAll().stream()
                .filter(VEvent.class::isInstance)
                .map(VEvent.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String uid(String text) {
        return one(text).getUid().orElseThrow().getValue();
    }

    private static Calendar calendar(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }
}
