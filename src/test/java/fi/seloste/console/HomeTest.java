package fi.seloste.console;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.Origin;
import fi.seloste.register.Party;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.rights.Right;
import fi.seloste.rights.Rights;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class HomeTest {

    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    MockMvc mvc;

    @Autowired
    Staff staff;

    @Autowired
    Register register;

    @Autowired
    Notebook notebook;

    @Autowired
    Rights rights;

    @Autowired
    Purposes purposes;

    @Autowired
    TurnedClock clock;

    @Test
    void what_is_due_first_stands_on_top_and_each_sees_only_what_their_purposes_allow() throws Exception {
        var tuomas = account("Tuomas Laine", Role.SALESPERSON);
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Helsinki"));
        purposes.as(Purpose.CUSTOMER, () -> {
            var ada = register.add(
                    NewPerson.of(
                                    PersonName.of("Ada Koskinen"),
                                    new Origin(Source.PUBLIC_WEB, "https://jokivoima.example", today))
                            .reachedBy(ContactPoint.New.email("ada@jokivoima.example")),
                    tuomas);
            var task = new Note.New(Note.Kind.TASK, "Ask about the depot", clock.instant(), today.plusDays(2));
            notebook.write(Party.of(ada), task, tuomas);
        });
        rights.receive(
                new Rights.Received(Right.ACCESS, "ada@jokivoima.example", null, null, today.minusDays(40), "en"),
                tuomas);

        var sales = visit(Role.SALESPERSON).html("/");
        assertThat(sales)
                .containsSubsequence("Ask about the depot", "One person has to be told where their data came from")
                .doesNotContain("Copy of the data");
        account("Sirpa Virtanen", Role.OPERATOR);
        assertThat(visit(Role.OPERATOR).html("/"))
                .containsSubsequence("Copy of the data, request", "due ", "One person has to be told")
                .doesNotContain("Ask about the depot", "Ada Koskinen", "To begin with");
        account("Maija Salo", Role.MARKETER);
        assertThat(visit(Role.MARKETER).html("/")).contains("Nothing waits for you");
    }

    private Actor account(String name, Role role) {
        var account = staff.make(
                new Staff.Newcomer(name, email(role), "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        return new Actor(Actor.Kind.STAFF, account.value(), name);
    }

    private Visit visit(Role role) throws Exception {
        return Visit.of(mvc, email(role), PASSWORD);
    }

    private static String email(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "@halytin.example";
    }
}
