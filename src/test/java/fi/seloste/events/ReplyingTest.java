package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.Setting;
import fi.seloste.mailbox.Sorter;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows when a guest presses yes, no or maybe in the calendar. */
@EventsTest
class ReplyingTest {

    private static final Pattern ORGANIZER = Pattern.compile("ORGANIZER;[^\\n]*?mailto:(\\S+)");
    private static final Pattern NAMED = Pattern.compile("UID:(\\S+)");

    @Autowired
    Hosting hosting;

    @Autowired
    LiveSettings settings;

    @Autowired
    List<Sorter> sorters;

    @BeforeEach
    void answers_are_read() {
        hosting.clock.reset();
        set("events@halytin.example");
    }

    @AfterEach
    void answers_are_read_no_more() {
        set("");
        hosting.clock.reset();
    }

    @Test
    @Policy("E13")
    void a_no_in_the_calendar_frees_the_place_and_the_next_in_line_gets_it() {
        var event = hosting.opened(1, true);
        hosting.registers(event, "Ada Koskinen", "ada@no.example");
        hosting.registers(event, "Eino Halla", "eino@no.example");
        var invited = hosting.calendar("ada@no.example");
        assertThat(invited).contains("RSVP=TRUE", "mailto:events+");

        assertThat(comes(answer(invited, "ada@no.example", "DECLINED", 0, now())))
                .isTrue();

        assertThat(state("ada@no.example")).isEqualTo("cancelled");
        assertThat(state("eino@no.example")).isEqualTo("registered");
        assertThat(hosting.kinds("ada@no.example")).containsExactly("event-registered", "event-cancelled");
        assertThat(hosting.kinds("eino@no.example")).containsExactly("event-waiting", "event-promoted");
        var shown = hosting.customer(() -> hosting.guests.of(event.id(), Evidence.How.LIST, Hosting.JENNY)).stream()
                .filter(one -> one.guest().email().equals("ada@no.example"))
                .findFirst()
                .orElseThrow();
        assertThat(shown.told().reply()).isEqualTo(new Participation.Reply("declined", true, "cancelled", "", now()));
    }

    @Test
    @Policy("E13")
    void the_same_answer_twice_is_one_and_an_older_one_that_comes_late_changes_nothing() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@twice.example");
        var invited = hosting.calendar("ada@twice.example");
        var yes = answer(invited, "ada@twice.example", "ACCEPTED", 0, now());

        comes(yes);
        comes(yes);
        comes(answer(invited, "ada@twice.example", "DECLINED", 0, now().minusSeconds(60)));

        assertThat(state("ada@twice.example")).isEqualTo("registered");
        assertThat(followed("ada@twice.example")).containsExactly("noted", "late");
        assertThat(hosting.kinds("ada@twice.example")).containsExactly("event-registered");
    }

    @Test
    @Policy("E13")
    void a_no_to_the_time_as_it_was_is_for_staff_to_ask_about() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@moved.example");
        var invited = hosting.calendar("ada@moved.example");
        var seen = hosting.now(event);
        var later = Hosting.plan(
                "Varautumispäivä",
                "2027-01-22T09:00",
                "2027-01-22T16:00",
                seen.plan().seats());
        hosting.marketing(() -> {
            hosting.events.change(event.id(), later, seen.course().version(), Hosting.JENNY);
            return true;
        });
        hosting.afterwards();

        comes(answer(invited, "ada@moved.example", "DECLINED", 0, now()));
        assertThat(state("ada@moved.example")).isEqualTo("registered");
        assertThat(followed("ada@moved.example")).containsExactly("late");

        comes(answer(hosting.calendar("ada@moved.example"), "ada@moved.example", "DECLINED", 1, now()));
        assertThat(state("ada@moved.example")).isEqualTo("cancelled");
    }

    @Test
    @Policy("E13")
    void who_comes_after_all_gets_a_place_where_there_is_one_under_a_newer_invitation() {
        var event = hosting.opened(1, true);
        hosting.registers(event, "Ada Koskinen", "ada@after.example");
        var invited = hosting.calendar("ada@after.example");
        comes(answer(invited, "ada@after.example", "DECLINED", 0, now()));
        var cancelled = hosting.calendar("ada@after.example");
        assertThat(cancelled).contains("METHOD:CANCEL", "SEQUENCE:1");

        hosting.clock.advance(Duration.ofMinutes(1));
        comes(answer(invited, "ada@after.example", "ACCEPTED", 0, now()));

        assertThat(state("ada@after.example")).isEqualTo("registered");
        assertThat(followed("ada@after.example")).containsExactly("cancelled", "registered");
        assertThat(hosting.calendar("ada@after.example")).contains("METHOD:REQUEST", "SEQUENCE:2");
        assertThat(found(NAMED, hosting.calendar("ada@after.example"))).isEqualTo(found(NAMED, invited));
    }

    @Test
    @Policy("E13")
    void who_comes_after_all_waits_at_the_end_of_the_line_or_reads_that_there_is_none() {
        var line = hosting.opened(1, true);
        var none = hosting.opened(1, false);
        for (var event : List.of(line, none)) {
            var ada = "ada-" + event.plan().seats().waitingList() + "@full.example";
            hosting.registers(event, "Ada Koskinen", ada);
            var invited = hosting.calendar(ada);
            comes(answer(invited, ada, "DECLINED", 0, now()));
            hosting.registers(event, "Eino Halla", "eino-" + ada);
            hosting.clock.advance(Duration.ofMinutes(1));
            comes(answer(invited, ada, "ACCEPTED", 0, now()));
        }

        assertThat(state("ada-true@full.example")).isEqualTo("waiting");
        assertThat(hosting.kinds("ada-true@full.example")).endsWith("event-waiting");
        assertThat(state("ada-false@full.example")).isEqualTo("cancelled");
        assertThat(hosting.kinds("ada-false@full.example")).endsWith("event-no-place");
        assertThat(hosting.calendar("ada-false@full.example")).contains("METHOD:CANCEL");
        assertThat(hosting.numbers(none).registered()).isOne();
    }

    @Test
    @Policy("E13")
    void whom_staff_took_off_the_list_comes_back_by_no_calendar() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@taken.example");
        var invited = hosting.calendar("ada@taken.example");
        var ada = participation("ada@taken.example");
        hosting.customer(() -> {
            hosting.guests.cancel(event.id(), ada, Hosting.JENNY);
            return true;
        });
        hosting.afterwards();

        comes(answer(invited, "ada@taken.example", "ACCEPTED", 0, now()));

        assertThat(state("ada@taken.example")).isEqualTo("cancelled");
        assertThat(followed("ada@taken.example")).containsExactly("noted");
    }

    @Test
    @Policy("E13")
    void a_maybe_keeps_the_place() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@maybe.example");
        comes(answer(hosting.calendar("ada@maybe.example"), "ada@maybe.example", "TENTATIVE", 0, now()));
        assertThat(state("ada@maybe.example")).isEqualTo("registered");
        assertThat(followed("ada@maybe.example")).containsExactly("noted");
    }

    @Test
    @Policy("E14")
    void an_answer_that_does_not_come_by_the_guests_own_address_is_a_remark_and_stays_a_letter() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@forged.example");
        hosting.registers(event, "Eino Halla", "eino@forged.example");
        var invited = hosting.calendar("ada@forged.example");
        var eino = found(ORGANIZER, hosting.calendar("eino@forged.example"));
        var own = found(ORGANIZER, invited);
        var made = own.replaceFirst("[+].{5}", "+00000");
        assertThat(own).isNotEqualTo(made);

        for (var address : List.of("asiakkaat@halytin.example", "events@halytin.example", made, eino)) {
            hosting.clock.advance(Duration.ofMinutes(1));
            var forged =
                    answer(invited, "ada@forged.example", "DECLINED", 0, now()).replace(own, address);
            assertThat(comes(forged)).as(address).isFalse();
        }

        assertThat(state("ada@forged.example")).isEqualTo("registered");
        assertThat(state("eino@forged.example")).isEqualTo("registered");
        assertThat(followed("ada@forged.example")).containsOnly("remark").hasSize(4);
        assertThat(comes(answer(invited, "ada@forged.example", "DECLINED", 0, now())))
                .as("and stands in no way of the true one")
                .isTrue();
        assertThat(state("ada@forged.example")).isEqualTo("cancelled");
    }

    @Test
    @Policy("E14")
    void a_colleague_to_whom_the_invitation_was_handed_on_answers_for_nobody_else() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@handed.example");
        var invited = hosting.calendar("ada@handed.example");

        assertThat(comes(answer(invited, "eino@handed.example", "DECLINED", 0, now())))
                .isFalse();

        assertThat(state("ada@handed.example")).isEqualTo("registered");
        assertThat(followed("ada@handed.example")).isEmpty();
    }

    @Test
    @Policy("E14")
    void a_flood_of_answers_is_kept_no_more_at_some_point() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@flood.example");
        var invited = hosting.calendar("ada@flood.example");
        for (int i = 0; i < 25; i++) {
            hosting.clock.advance(Duration.ofMinutes(1));
            comes(answer(invited, "ada@flood.example", "TENTATIVE", 0, now()).replaceAll("events[+]\\w+", "events"));
        }
        assertThat(followed("ada@flood.example")).hasSize(20).containsOnly("remark");
    }

    @Test
    @Policy("E13")
    void where_no_answers_are_read_no_calendar_is_asked_for_one() {
        set("");
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@unread.example");
        assertThat(hosting.calendar("ada@unread.example"))
                .contains("RSVP=FALSE", "mailto:asiakkaat@halytin.example")
                .doesNotContain("events+", "asiakkaat+");
    }

    private boolean comes(String message) {
        var bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        boolean taken = sorters.stream()
                .filter(Sorter::readsPeople)
                .anyMatch(sorter -> sorter.takes(new ByteArrayInputStream(bytes)));
        hosting.afterwards();
        return taken;
    }

    private static String answer(String invited, String attendee, String partStat, int sequence, Instant stamped) {
        return """
                From: %1$s
                To: %2$s
                Subject: %3$s
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=utf-8; method=REPLY

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Calendars//EN
                METHOD:REPLY
                BEGIN:VEVENT
                UID:%4$s
                ORGANIZER:mailto:%2$s
                ATTENDEE;PARTSTAT=%3$s:mailto:%1$s
                SEQUENCE:%5$d
                DTSTAMP:%6$s
                END:VEVENT
                END:VCALENDAR
                """.formatted(
                        attendee,
                        found(ORGANIZER, invited),
                        partStat,
                        found(NAMED, invited),
                        sequence,
                        stamped.toString().replaceAll("[-:]|[.]\\d+", ""));
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1).strip();
    }

    private Instant now() {
        return hosting.clock.instant();
    }

    private UUID participation(String email) {
        return (UUID) hosting.row(email).get("participation_id");
    }

    private @Nullable Object state(String email) {
        return hosting.row(email).get("state");
    }

    private List<String> followed(String email) {
        return hosting.purposes.as(
                Purpose.OWNER,
                () -> hosting.jdbc
                        .sql(
                                "select followed from events.calendar_reply where participation_id = :id order by reply_id")
                        .param("id", participation(email))
                        .query(String.class)
                        .list());
    }

    private void set(String address) {
        hosting.purposes.as(Purpose.TECHNICAL, () -> settings.put(Setting.MAIL_ANSWERS, address, Hosting.JENNY.id()));
    }
}
