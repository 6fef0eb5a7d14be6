package fi.seloste.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Eraser;
import fi.seloste.datamap.RowEraser;
import fi.seloste.datamap.Walk;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class DisclosuresTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    Disclosures disclosures;

    @Autowired
    Register register;

    @Autowired
    DataMap map;

    @Autowired
    Walk walk;

    @Autowired
    Eraser eraser;

    @Autowired
    RowEraser rowEraser;

    @Autowired
    Evidence evidence;

    @Autowired
    Purposes purposes;

    @Autowired
    TurnedClock clock;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    @Policy("D1")
    void nothing_is_given_without_people_categories_way_and_day_and_a_decision_stays() {
        var id = disclosures.record(asked(), null, List.of(), SIRPA);
        assertThatThrownBy(() -> disclosures.decide(id, given(Decision.GIVEN), SIRPA))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("people"));
        disclosures.name(id, person("Ada Koskinen", "ada.decided@jokivoima.example"), SIRPA);
        assertThatThrownBy(() -> disclosures.decide(id, answer(List.of(), TODAY), SIRPA))
                .hasMessageContaining("disclosures.categories.none");
        assertThatThrownBy(() -> disclosures.decide(id, answer(List.of("shoe-sizes"), TODAY), SIRPA))
                .hasMessageContaining("disclosures.categories.unknown");
        assertThatThrownBy(() -> disclosures.decide(id, answer(List.of("contact-information"), null), SIRPA))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("sentOn"));
        assertThatThrownBy(
                        () -> disclosures.decide(id, answer(List.of("contact-information"), TODAY.plusDays(1)), SIRPA))
                .hasMessageContaining("disclosures.sentOn.outside");

        disclosures.decide(id, given(Decision.PART), SIRPA);

        assertThat(disclosures.get(id).answer()).isEqualTo(given(Decision.PART));
        assertThatThrownBy(() -> disclosures.decide(id, given(Decision.GIVEN), SIRPA))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> disclosures.complete(id, asked(), null, 2, SIRPA))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> disclosures.name(id, PersonId.next(), SIRPA)).isInstanceOf(Problem.Conflict.class);
        assertThat(evidence.about(id))
                .extracting(Evidence.Line::act)
                .containsExactlyInAnyOrder(
                        "disclosure-asked", "disclosure-person-named", "disclosure-decided", "disclosed");
    }

    @Test
    @Policy("D2")
    void a_copy_names_the_authority_that_asked_and_what_it_got_when() {
        var ada = person("Ada Koskinen", "ada.copied@jokivoima.example");
        var boris = person("Boris Lindqvist", "boris.copied@jokivoima.example");
        var id = disclosures.record(asked(), null, List.of(ada), SIRPA);
        assertThat(copied(ada)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("disclosure", "Esimerkkilän poliisi");
            assertThat(row.get("given_on")).isNull();
        });

        disclosures.decide(id, given(Decision.GIVEN), SIRPA);

        assertThat(copied(ada))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("disclosure", "Esimerkkilän poliisi")
                        .containsEntry("given_on", TODAY)
                        .containsEntry("categories", List.of("contact-information", "relationship-notes")));
        assertThat(copied(boris)).isEmpty();
        assertThat(evidence.of(ada))
                .filteredOn(line -> line.act().equals("disclosed"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).contains("Esimerkkilän poliisi"));
    }

    @Test
    @Policy("D2")
    void of_what_was_refused_nothing_is_said_to_have_gone_anywhere() {
        var ada = person("Ada Koskinen", "ada.refused@jokivoima.example");
        var id = disclosures.record(asked(), null, List.of(ada), SIRPA);
        disclosures.decide(
                id, new Disclosure.Answer(Decision.REFUSED, "no section obliges", List.of(), null, null), SIRPA);

        assertThat(copied(ada))
                .singleElement()
                .satisfies(row -> assertThat(row.get("given_on")).isNull());
        assertThat(evidence.of(ada)).extracting(Evidence.Line::act).doesNotContain("disclosed");
    }

    @Test
    @Policy("D3")
    void while_a_law_forbids_it_neither_copy_nor_evidence_about_the_person_tells_and_the_day_is_watched()
            throws Exception {
        var ada = person("Ada Koskinen", "ada.secret@jokivoima.example");
        var before = evidence.of(ada).size();
        var id = disclosures.record(asked(), secrecy(), List.of(ada), SIRPA);
        disclosures.decide(id, given(Decision.GIVEN), SIRPA);
        assertThat(disclosures.people(id)).isOne();
        assertThat(copied(ada)).isEmpty();
        assertThat(evidence.of(ada)).hasSize(before);
        assertThat(disclosures.toBeTold(10)).isEmpty();
        assertThatThrownBy(() -> disclosures.endSecrecy(id, " ", false, SIRPA))
                .hasMessageContaining("disclosures.secrecy.early");

        clock.advance(Duration.ofDays(30));
        assertThat(disclosures.toBeTold(10)).extracting(Disclosure::id).containsExactly(id);
        assertThat(officer("sirpa.secret").html("/"))
                .contains("The secrecy of a request by Esimerkkilän poliisi may end")
                .doesNotContain("Ada Koskinen");
        disclosures.endSecrecy(id, "", false, SIRPA);

        assertThat(copied(ada))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("disclosure", "Esimerkkilän poliisi")
                        .containsEntry("given_on", TODAY));
        assertThat(evidence.of(ada)).extracting(Evidence.Line::act).contains("disclosed");
        assertThatThrownBy(() -> disclosures.endSecrecy(id, "", false, SIRPA)).isInstanceOf(Problem.Conflict.class);
        assertThat(disclosures.toBeTold(10)).isEmpty();
    }

    @Test
    @Policy("D3")
    void a_secrecy_said_later_takes_the_request_out_of_the_copies_again_and_can_last_longer() {
        var ada = person("Ada Koskinen", "ada.later@jokivoima.example");
        var id = disclosures.record(asked(), null, List.of(ada), SIRPA);
        assertThat(copied(ada)).hasSize(1);

        disclosures.complete(id, asked(), secrecy(), 1, SIRPA);
        assertThat(copied(ada)).isEmpty();
        disclosures.prolong(
                id, new Disclosure.Secrecy(TODAY.plusDays(90), "Coercive Measures Act 10:60, court", null), SIRPA);
        clock.advance(Duration.ofDays(30));
        assertThat(disclosures.toBeTold(10)).isEmpty();
        disclosures.endSecrecy(id, "the prosecutor lifted it", false, SIRPA);

        assertThat(copied(ada)).hasSize(1);
        disclosures.complete(id, asked(), secrecyFrom(TODAY.plusDays(60)), 4, SIRPA);
        assertThat(copied(ada)).as("what was told stays told").hasSize(1);
    }

    @Test
    @Policy("D4")
    void an_erased_person_leaves_the_request_and_no_end_of_secrecy_brings_them_back() {
        var ada = person("Ada Koskinen", "ada.erased@jokivoima.example");
        var boris = person("Boris Lindqvist", "boris.erased@jokivoima.example");
        var open = disclosures.record(asked(), null, List.of(ada, boris), SIRPA);
        var secret = disclosures.record(asked(), secrecy(), List.of(ada, boris), SIRPA);
        disclosures.decide(open, given(Decision.GIVEN), SIRPA);
        disclosures.decide(secret, given(Decision.GIVEN), SIRPA);
        assertThat(copied(ada)).hasSize(1);

        purposes.as(Purpose.RIGHTS, () -> eraser.erase(ada, Set.of()));
        clock.advance(Duration.ofDays(30));
        disclosures.endSecrecy(secret, "", false, SIRPA);

        assertThat(copied(ada)).isEmpty();
        assertThat(copied(boris)).hasSize(2);
        assertThat(disclosures.get(open).answer()).isEqualTo(given(Decision.GIVEN));
        for (var id : List.of(open, secret)) {
            assertThat(disclosures.concerned(id, Evidence.How.PAGE, SIRPA))
                    .extracting(row -> row.name())
                    .containsExactly("Boris Lindqvist");
        }
    }

    @Test
    @Policy("D5")
    void what_retention_empties_still_says_that_it_was_decided() throws Exception {
        var ada = person("Ada Koskinen", "ada.forgotten@jokivoima.example");
        var id = disclosures.record(asked(), null, List.of(ada), SIRPA);
        disclosures.decide(id, given(Decision.PART), SIRPA);
        assertThat(copied(ada)).hasSize(1);

        purposes.as(Purpose.RETENTION, () -> rowEraser.anonymise(map.table("disclosures.disclosure"), List.of(id)));

        assertThat(copied(ada)).isEmpty();
        assertThat(disclosures.get(id).asked().authority()).isEmpty();
        assertThat(disclosures.get(id).answer())
                .extracting(answer -> answer.decision())
                .isEqualTo(Decision.PART);
        assertThat(officer("sirpa.forgotten").html("/disclosures/" + id)).contains("the texts were removed");
    }

    @Test
    @Policy("D1")
    void the_desk_writes_a_request_down_names_whom_it_concerns_and_decides() throws Exception {
        var ada = person("Ada Desk", "ada.desk.disclosed@jokivoima.example");
        var sirpa = officer("sirpa.desk.disclosures");
        assertThat(sirpa.html("/disclosures")).contains("Disclosures to authorities");
        sirpa.sends("/disclosures", "authority", " ", "receivedOn", "2026-11-20")
                .andExpect(status().isBadRequest());
        sirpa.sends(
                        "/disclosures",
                        "authority",
                        "<b>Verohallinto</b>",
                        "law",
                        "Act on Assessment Procedure, section 19",
                        "asked",
                        "who signed the order",
                        "receivedOn",
                        "2026-11-20",
                        "dueOn",
                        "2026-11-22")
                .andExpect(status().is3xxRedirection());
        var id = disclosures.list(Paging.of("1", null)).items().getFirst().id();
        assertThat(sirpa.html("/disclosures"))
                .contains("&lt;b&gt;Verohallinto&lt;/b&gt;", "late since")
                .doesNotContain("<b>Verohallinto");
        assertThat(sirpa.html("/")).contains("Verohallinto&lt;/b&gt; asks for data");
        assertThat(sirpa.html("/disclosures/" + id + "?q=Desk")).contains("Name Ada Desk");

        sirpa.sends("/disclosures/" + id + "/people", "person", ada.toString());
        assertThat(sirpa.html("/disclosures/" + id)).contains("Take Ada Desk out");
        sirpa.sends("/disclosures/" + id + "/decision", "decision", "given", "reason", "section 19 obliges us")
                .andExpect(status().isBadRequest());
        sirpa.sends(
                        "/disclosures/" + id + "/decision",
                        "decision",
                        "given",
                        "reason",
                        "section 19 obliges us",
                        "categories",
                        "contract-relationship",
                        "how",
                        "secure mail",
                        "sentOn",
                        "2026-11-23")
                .andExpect(status().is3xxRedirection());
        assertThat(sirpa.html("/disclosures/" + id))
                .contains("Contract relationship", "section 19 obliges us", "Ada Desk")
                .doesNotContain("Take Ada Desk out");
    }

    @Test
    @Policy("D1")
    void whoever_does_not_work_for_rights_sees_nothing_of_it_and_bad_input_changes_nothing() throws Exception {
        var id = disclosures.record(asked(), null, List.of(), SIRPA);
        var tuomas = visitor("tuomas.disclosures", Role.SALESPERSON);
        for (var page : List.of("/disclosures", "/disclosures/" + id, "/disclosures/new")) {
            tuomas.opens(page).andExpect(status().isForbidden());
        }
        tuomas.sends("/disclosures/" + id + "/secrecy-end").andExpect(status().isForbidden());
        assertThat(tuomas.html("/")).doesNotContain("asks for data", "/disclosures");

        var sirpa = officer("sirpa.hostile.disclosures");
        sirpa.opens("/disclosures/" + UUID.randomUUID()).andExpect(status().isNotFound());
        sirpa.opens("/disclosures/none").andExpect(status().is4xxClientError());
        sirpa.sends(
                        "/disclosures/" + id + "/people",
                        "person",
                        UUID.randomUUID().toString())
                .andExpect(status().isBadRequest());
        sirpa.sends("/disclosures/" + id + "/people", "person", "'; drop table x")
                .andExpect(status().isBadRequest());
        sirpa.sends("/disclosures/" + id + "/decision", "decision", "maybe").andExpect(status().isBadRequest());
        sirpa.sends("/disclosures/" + id + "/secrecy", "secretUntil", "2026-12-24")
                .andExpect(status().isBadRequest());
        for (var day : List.of("yesterday", "+999999999-01-01", "0000-01-01", "2026-02-30")) {
            sirpa.sends("/disclosures", "authority", "A", "law", "L", "asked", "x", "receivedOn", day)
                    .andExpect(status().isBadRequest());
        }
        sirpa.sends("/disclosures", "authority", "A".repeat(100_000), "law", "L", "asked", "x")
                .andExpect(status().isBadRequest());
        sirpa.sends("/disclosures", "authority", "A\0", "law", "L", "asked", "x", "receivedOn", "2026-11-20")
                .andExpect(status().isBadRequest());
        assertThat(disclosures.people(id)).isZero();
        assertThat(disclosures.get(id).isOpen()).isTrue();
    }

    private List<Map<String, @Nullable Object>> copied(PersonId person) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        walk.rows(person, map.table("disclosures.concerned"), rows::add);
        return rows;
    }

    private static Disclosure.Asked asked() {
        return new Disclosure.Asked(
                "Esimerkkilän poliisi",
                "5680/R/1/26",
                "Police Act (872/2011), chapter 4, section 3",
                "who placed an order in October",
                TODAY,
                TODAY.plusDays(7));
    }

    private static Disclosure.Secrecy secrecy() {
        return secrecyFrom(TODAY.plusDays(30));
    }

    private static Disclosure.Secrecy secrecyFrom(LocalDate until) {
        return new Disclosure.Secrecy(until, "Criminal Investigation Act (805/2011), chapter 11, section 5", null);
    }

    private static Disclosure.Answer given(Decision decision) {
        return new Disclosure.Answer(
                decision,
                "the section obliges us",
                List.of("contact-information", "relationship-notes"),
                "secure mail",
                TODAY);
    }

    private static Disclosure.Answer answer(List<String> categories, @Nullable LocalDate sentOn) {
        return new Disclosure.Answer(Decision.GIVEN, "the section obliges us", categories, "secure mail", sentOn);
    }

    private PersonId person(String name, String email) {
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(
                        NewPerson.of(PersonName.of(name), new Origin(Source.MET_IN_PERSON, null, TODAY))
                                .reachedBy(ContactPoint.New.email(email)),
                        SIRPA));
    }

    private Visit officer(String name) throws Exception {
        return visitor(name, Role.PRIVACY_OFFICER);
    }

    private Visit visitor(String name, Role role) throws Exception {
        var email = name + "@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Sirpa Virtanen", email, "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        return Visit.of(web, email, PASSWORD);
    }
}
