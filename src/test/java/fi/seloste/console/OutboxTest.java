package fi.seloste.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class OutboxTest {

    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    MockMvc mvc;

    @Autowired
    Staff staff;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_mail_is_shown_as_it_is_drawn_in_a_frame_where_it_can_do_nothing() throws Exception {
        var drawn = letter("<table><tr><td>Uutisia<script>x()</script></td></tr></table>");
        var plain = letter(null);
        var email = "operator.of.mail@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Salla Virtanen", email, "en", "Europe/Helsinki"),
                Role.OPERATOR.permissions(),
                Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        var operator = Visit.of(mvc, email, PASSWORD);

        assertThat(operator.html("/outbox"))
                .contains("src=\"/outbox/" + drawn + "/mail\"", "sandbox=\"\"")
                .doesNotContain("/outbox/" + plain + "/mail", "x()");
        operator.opens("/outbox/" + drawn + "/mail")
                .andExpect(status().isOk())
                .andExpect(
                        header().string("Content-Security-Policy", Matchers.startsWith("sandbox; default-src 'none'")));
        operator.opens("/outbox/" + plain + "/mail").andExpect(status().isNotFound());
    }

    private UUID letter(String html) {
        var id = UUID.randomUUID();
        purposes.as(
                Purpose.TECHNICAL,
                () -> jdbc.sql("""
                                insert into store.letter (letter_id, recipient, subject, body, html, kind, queued_at, next_at)
                                values (:id, 'ada@jokivoima.example', 'Uutisia', 'Uutisia', :html, 'campaign', '2026-11-23T00:00Z', '2026-11-23T00:00Z')""").param("id", id).param("html", html).update());
        return id;
    }
}
