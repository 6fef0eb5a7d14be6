package fi.seloste.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.installation.Setting;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who keeps the house sets mail in the console, below flag, environment and file, and no page shows a password. */
@DatabaseTest
class MailPagesTest {

    private static final Actor MARIA = Actor.system("test");
    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    MockMvc web;

    @Autowired
    Staff staff;

    @Autowired
    LiveSettings settings;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_is_set_here_is_in_use_at_once_with_where_it_came_from_and_the_password_never_comes_back()
            throws Exception {
        var visit = visit(Role.OPERATOR, "operator.mail@firm.example");
        assertThat(visit.html("/mail")).contains("No mailbox is set");

        visit.sends(
                "/mail", "imap-host", "127.0.0.1", "imap-port", "1", "imap-user", "x", "imap-password", "very secret");

        assertThat(settings.now().text(Setting.IMAP_HOST)).isEqualTo("127.0.0.1");
        assertThat(settings.now().text(Setting.IMAP_PASSWORD)).isEqualTo("very secret");
        assertThat(visit.html("/mail"))
                .contains("Set here (imap-host)", "Left empty, it stays")
                .doesNotContain("very secret");
        assertThat(evidence()).contains("imap-password").doesNotContain("very secret");

        visit.sends("/mail", "imap-host", "127.0.0.1", "imap-password", "");
        assertThat(settings.now().text(Setting.IMAP_PASSWORD)).isEqualTo("very secret");
        visit.sends("/mail/look");
        assertThat(visit.html("/mail")).contains("The server does not answer");
        visit.sends("/mail", "imap-host", "", "imap-password", "", "forget-imap-password", "on");
        assertThat(settings.now().text(Setting.IMAP_PASSWORD)).isNull();
        assertThat(settings.now().text(Setting.IMAP_HOST)).isNull();
    }

    @Test
    void what_cannot_be_a_port_or_a_server_is_refused_by_its_field_and_changes_nothing() throws Exception {
        var visit = visit(Role.OPERATOR, "wrong.mail@firm.example");

        var refused = visit.sends("/mail", "imap-port", "many", "imap-user", "somebody", "imap-password", "very secret")
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).as("what was typed stays").contains("value=\"many\"", "value=\"somebody\"");
        assertThat(refused).doesNotContain("very secret");
        visit.sends("/mail", "mail-host", "https://mail.example/").andExpect(status().isBadRequest());

        assertThat(settings.now().text(Setting.IMAP_USER)).isNull();
        assertThat(settings.now().text(Setting.MAIL_HOST)).isNull();
    }

    @Test
    void nobody_else_comes_in() throws Exception {
        visit(Role.SALESPERSON, "sales.mail@firm.example").opens("/mail").andExpect(status().isForbidden());
    }

    private Visit visit(Role role, String email) throws Exception {
        var account =
                staff.make(new Staff.Newcomer("Maria Salo", email, "en", "Europe/Helsinki"), role.permissions(), MARIA);
        staff.setPassword(account, PASSWORD);
        return Visit.of(web, email, PASSWORD);
    }

    private String evidence() {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select string_agg(detail::text, ' ') from evidence.detail")
                        .query(String.class)
                        .single());
    }
}
