package fi.seloste.console;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class SearchTest {

    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    MockMvc mvc;

    @Autowired
    Staff staff;

    @Test
    void a_page_is_found_by_a_part_of_its_name_by_those_who_may_open_it() throws Exception {
        assertThat(visit(Role.OPERATOR).html("/palette?q=outB"))
                .contains("href=\"/outbox\"")
                .doesNotContain("<html");
        assertThat(visit(Role.OPERATOR).html("/search?q=outb"))
                .contains("<h1>Search</h1>", "<a href=\"/outbox\">Outbox</a>");
        var marketer = visit(Role.MARKETER);
        assertThat(marketer.html("/search?q=today")).contains("<a href=\"/\">Today</a>");
        assertThat(marketer.html("/search?q=outb")).doesNotContain("/outbox\">Outbox");
    }

    @Test
    void what_is_not_there_is_said_and_markup_stays_text() throws Exception {
        assertThat(visit(Role.OPERATOR).html("/search?q=<b>zz"))
                .contains("No page is called “&lt;b&gt;zz”.")
                .doesNotContain("<b>zz");
    }

    private Visit visit(Role role) throws Exception {
        var email = role.name().toLowerCase(java.util.Locale.ROOT) + "@halytin.example";
        if (staff.byEmail(email).isEmpty()) {
            var account = staff.make(
                    new Staff.Newcomer("Salla Virtanen", email, "en", "Europe/Helsinki"),
                    role.permissions(),
                    Actor.system("test"));
            staff.setPassword(account, PASSWORD);
        }
        return Visit.of(mvc, email, PASSWORD);
    }
}
