package fi.seloste.instructions;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class RemindingTest {

    private static final Actor TEST = Actor.system("test");
    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    Instructions instructions;

    @Autowired
    Reminding reminding;

    @Autowired
    Staff staff;

    @Autowired
    Mail mail;

    @Autowired
    TurnedClock clock;

    @Autowired
    MockMvc web;

    @Test
    @Policy("G4")
    void who_has_not_read_is_written_to_a_week_before_the_day_and_once_after_it() {
        var venla = account("venla.unread", "fi", Role.SALESPERSON);
        var maija = account("maija.didread", "en", Role.SALESPERSON);
        var left = account("otto.gone", "en", Role.SALESPERSON);
        staff.disable(left, TEST);
        var id = instructions.publish(
                new Instructions.Wording("Clean desks", "Nothing lies about.", List.of(Purpose.CUSTOMER)), TEST);
        instructions.acknowledge(id, 1, staff.account(maija));

        reminding.remind();
        assertThat(written("Clean desks")).isEmpty();
        clock.advance(Duration.ofDays(7));
        reminding.remind();
        reminding.remind();
        assertThat(written("Clean desks")).singleElement().satisfies(letter -> {
            assertThat(letter.recipient()).isEqualTo("venla.unread@halytin.example");
            assertThat(letter.subject()).isEqualTo("Luettava: Clean desks");
            assertThat(letter.body()).contains("viimeistään 7.12.2026:", "/instructions/" + id);
        });

        clock.advance(Duration.ofDays(8));
        reminding.remind();
        clock.advance(Duration.ofDays(30));
        reminding.remind();
        assertThat(written("Clean desks"))
                .extracting(Mail.Sent::kind)
                .containsExactly("instructions.mail.late", "instructions.mail.soon");
        instructions.acknowledge(id, 1, staff.account(venla));
        reminding.remind();
        assertThat(written("Clean desks")).hasSize(2);
    }

    @Test
    @Policy("G5")
    void what_is_late_stands_on_the_first_page_of_the_privacy_officer_alone() throws Exception {
        var sirpa = account("sirpa.told", "en", Role.PRIVACY_OFFICER);
        var oskar = account("oskar.late", "en", Role.SALESPERSON);
        var id = instructions.publish(
                new Instructions.Wording("Strangers", "Ask who it is.", List.of(Purpose.CUSTOMER)), TEST);
        instructions.acknowledge(id, 1, staff.account(sirpa));
        clock.advance(Duration.ofDays(14));
        assertThat(home("sirpa.told")).doesNotContain("not read “Strangers” in time");
        clock.advance(Duration.ofDays(1));

        assertThat(home("sirpa.told")).contains("not read “Strangers” in time");
        assertThat(home("oskar.late"))
                .contains("Read the instruction: Strangers")
                .doesNotContain("in time");
        instructions.acknowledge(id, 1, staff.account(oskar));
        for (var reader : instructions.progress(id).readers()) {
            instructions.acknowledge(id, 1, reader.account());
        }
        assertThat(home("sirpa.told")).doesNotContain("Strangers");
    }

    private List<Mail.Sent> written(String title) {
        return mail.newest(200).stream()
                .filter(letter -> letter.subject().endsWith(title))
                .filter(letter -> letter.recipient().contains("venla.unread")
                        || letter.recipient().contains("maija.didread")
                        || letter.recipient().contains("otto.gone"))
                .toList();
    }

    private AccountId account(String email, String language, Role role) {
        var id = staff.make(
                new Staff.Newcomer("Reader " + email, email + "@halytin.example", language, "Europe/Helsinki"),
                role.permissions(),
                TEST);
        staff.setPassword(id, PASSWORD);
        return id;
    }

    private String home(String email) throws Exception {
        return Visit.of(web, email + "@halytin.example", PASSWORD).html("/");
    }
}
