package fi.seloste.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class SearchTest {

    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    MockMvc mvc;

    @Autowired
    Staff staff;

    @Autowired
    Register register;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_page_is_found_by_a_part_of_its_name_by_those_who_may_open_it() throws Exception {
        assertThat(visit(Role.OPERATOR).html("/palette?q=outB"))
                .contains("href=\"/outbox\"")
                .doesNotContain("<html");
        assertThat(visit(Role.OPERATOR).html("/search?q=outb")).contains("<h1>Search: outb</h1>", "href=\"/outbox\"");
        var marketer = visit(Role.MARKETER);
        assertThat(marketer.html("/palette?q=today")).contains("href=\"/\"");
        assertThat(marketer.html("/palette?q=outb")).doesNotContain("/outbox");
    }

    @Test
    void what_is_not_there_is_said_and_markup_stays_text() throws Exception {
        assertThat(visit(Role.OPERATOR).html("/search?q=<b>zz"))
                .contains("Nothing found for “&lt;b&gt;zz”")
                .doesNotContain("<b>zz");
    }

    @Test
    void people_and_organisations_are_found_in_the_viewers_purpose_and_were_consulted() throws Exception {
        var ada = person("Ada Zetterberg", "ada.zetterberg@jokivoima.example");
        var boss = visit(Role.SALESPERSON);

        assertThat(boss.html("/palette?q=zetter")).contains("href=\"/people/" + ada + "\"", "Ada Zetterberg");
        assertThat(boss.html("/search?q=ada.zetter"))
                .contains("href=\"/people/" + ada + "\"", "href=\"/people?search=ada.zetter\"");
        assertThat(boss.html("/search?q=zetter&as=contracts"))
                .contains("Ada Zetterberg", "search=zetter&amp;as=contracts");
        boss.opens("/palette?q=zetter&as=billing").andExpect(status().isForbidden());
        boss.opens("/palette?q=zetter&as=king").andExpect(status().isForbidden());
        assertThat(consultations(ada)).isEqualTo(3);
    }

    @Test
    void who_holds_no_purpose_that_reads_people_finds_nobody() throws Exception {
        person("Ada Zetterberg", "ada.zetterberg@jokivoima.example");
        var nobodys = visit("technician", Permissions.allOf(List.of(Purpose.TECHNICAL)));

        assertThat(nobodys.html("/palette?q=zetter")).doesNotContain("Ada Zetterberg");
        assertThat(nobodys.html("/palette?q=outb")).contains("/outbox");
    }

    @Test
    void a_verb_leads_to_its_act_and_with_a_name_to_that_person() throws Exception {
        var lotta = person("Lotta Zetterberg", "lotta.zetterberg@jokivoima.example");
        var boss = visit(Role.SALESPERSON);

        assertThat(boss.html("/palette?q=import")).contains("href=\"/imports\"", "<kbd class=\"key\">i</kbd>");
        assertThat(boss.html("/palette?q=new per")).contains("href=\"/people/new\"");
        assertThat(boss.html("/palette?q=ban")).contains("Ban marketing");
        assertThat(boss.html("/palette?q=ban lotta")).contains("href=\"/people/" + lotta + "/ban\"");
        assertThat(boss.html("/palette?q=request"))
                .as("of rights, which sales does not hold")
                .doesNotContain("/rights/receive");
        assertThat(visit(Role.OPERATOR).html("/palette?q=request")).contains("/rights/receive");
        assertThat(visit(Role.MARKETER).html("/palette?q=new per")).doesNotContain("/people/new");
    }

    @Test
    void ten_thousand_letters_are_cut_and_answered() throws Exception {
        var boss = visit(Role.SALESPERSON);

        assertThat(boss.html("/palette?q=" + "a".repeat(10_000))).doesNotContain("a".repeat(201));
        boss.opens("/search?q=" + "z ".repeat(5_000)).andExpect(status().isOk());
    }

    private PersonId person(String name, String email) {
        var origin = new Origin(Source.MET_IN_PERSON, null, LocalDate.of(2026, 11, 23));
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(
                        NewPerson.of(PersonName.of(name), origin).reachedBy(ContactPoint.New.email(email)),
                        Actor.system("test")));
    }

    private int consultations(PersonId person) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from evidence.consultation where :id = any(subjects)")
                        .param("id", person.value())
                        .query(Integer.class)
                        .single());
    }

    private Visit visit(Role role) throws Exception {
        return visit(role.code(), role.permissions());
    }

    private Visit visit(String who, Permissions permissions) throws Exception {
        var email = who + "@halytin.example";
        if (staff.byEmail(email).isEmpty()) {
            var account = staff.make(
                    new Staff.Newcomer("Salla Virtanen", email, "en", "Europe/Helsinki"),
                    permissions,
                    Actor.system("test"));
            staff.setPassword(account, PASSWORD);
        }
        return Visit.of(mvc, email, PASSWORD);
    }
}
