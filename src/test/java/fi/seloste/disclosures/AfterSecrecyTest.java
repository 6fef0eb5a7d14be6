package fi.seloste.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
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
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class AfterSecrecyTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    Disclosures disclosures;

    @Autowired
    AfterSecrecy telling;

    @Autowired
    Register register;

    @Autowired
    Evidence evidence;

    @Autowired
    Purposes purposes;

    @Autowired
    Mail mail;

    @Autowired
    TurnedClock clock;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    @Policy("D6")
    void when_the_law_wants_it_each_is_written_to_in_their_language_or_told_otherwise_and_until_then_it_waits()
            throws Exception {
        var ada = person("Ada Koskinen", "ada.told@jokivoima.example", "fi");
        var boris = person("Boris Lindqvist", null, "sv");
        var id = secret("Esimerkkilän poliisi", List.of(ada, boris));
        clock.advance(Duration.ofDays(30));
        assertThatThrownBy(() -> telling.write(id, SIRPA)).isInstanceOf(Problem.Conflict.class);

        disclosures.endSecrecy(id, "", true, SIRPA);
        assertThat(telling.waiting(10))
                .filteredOn(one -> one.id().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.people()).isEqualTo(2));
        assertThat(officer("sirpa.tells").html("/")).contains("Esimerkkilän poliisi asked for data: tell 2 people");
        assertThat(telling.write(id, SIRPA)).isOne();

        assertThat(written("ada.told@jokivoima.example")).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Esimerkkilän poliisi pyysi meiltä tietojasi");
            assertThat(letter.body())
                    .contains("Police Act (872/2011)", "Yhteystiedot", "laki kielsi sen", "/privacy")
                    .doesNotContain("Boris");
        });
        assertThatThrownBy(() -> telling.write(id, SIRPA)).hasMessageContaining("disclosures.telling.nobody");
        assertThatThrownBy(() -> telling.note(id, boris, "letter", SIRPA))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("how"));
        telling.note(id, boris, "post", SIRPA);
        assertThatThrownBy(() -> telling.note(id, boris, "post", SIRPA)).isInstanceOf(Problem.Conflict.class);
        assertThat(telling.waiting(10)).extracting(AfterSecrecy.Waiting::id).doesNotContain(id);
        assertThat(evidence.of(boris))
                .filteredOn(line -> line.act().equals("disclosure-told"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).contains("post"));
    }

    @Test
    @Policy("D6")
    void where_the_law_does_not_want_it_nobody_is_written_to() {
        var ada = person("Ada Koskinen", "ada.untold@jokivoima.example", "en");
        var id = secret("Tulli", List.of(ada));
        clock.advance(Duration.ofDays(30));
        disclosures.endSecrecy(id, "", false, SIRPA);

        assertThat(telling.waiting(10)).extracting(AfterSecrecy.Waiting::id).doesNotContain(id);
        assertThatThrownBy(() -> telling.write(id, SIRPA)).hasMessageContaining("disclosures.telling.not");
        assertThat(written("ada.untold@jokivoima.example")).isEmpty();
    }

    @Test
    @Policy("D6")
    void the_page_writes_the_letters_and_notes_the_others() throws Exception {
        var ada = person("Ada Koskinen", "ada.paged@jokivoima.example", "en");
        var boris = person("Boris Lindqvist", null, "en");
        var id = secret("Verohallinto", List.of(ada, boris));
        clock.advance(Duration.ofDays(30));
        var sirpa = officer("sirpa.paged");
        assertThat(sirpa.html("/disclosures/" + id)).contains("The people are to hear of it from us");
        sirpa.sends("/disclosures/" + id + "/secrecy-end", "toTell", "true").andExpect(status().is3xxRedirection());

        assertThat(sirpa.html("/disclosures/" + id)).contains("Write one letter", "no e-mail address");
        sirpa.sends("/disclosures/" + id + "/letters").andExpect(status().is3xxRedirection());
        sirpa.sends("/disclosures/" + id + "/letters").andExpect(status().isConflict());
        sirpa.sends("/disclosures/" + id + "/people/" + boris + "/telling", "how", "pigeon")
                .andExpect(status().isBadRequest());
        sirpa.sends("/disclosures/" + id + "/people/" + boris + "/telling", "how", "spoken")
                .andExpect(status().is3xxRedirection());
        assertThat(sirpa.html("/disclosures/" + id)).contains("was told.").doesNotContain("Write one letter");
        sirpa.sends("/disclosures/" + UUID.randomUUID() + "/letters").andExpect(status().isNotFound());
    }

    private UUID secret(String authority, List<PersonId> people) {
        var asked = new Disclosure.Asked(
                authority, "5680/R/2/26", "Police Act (872/2011), chapter 4, section 3", "orders", TODAY, null);
        var secrecy = new Disclosure.Secrecy(
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusDays(30),
                "Criminal Investigation Act (805/2011), chapter 11, section 5",
                null);
        var id = disclosures.record(asked, secrecy, people, SIRPA);
        disclosures.decide(
                id,
                new Disclosure.Answer(
                        Decision.GIVEN, "it obliges us", List.of("contact-information"), "secure mail", TODAY),
                SIRPA);
        return id;
    }

    private List<Mail.Sent> written(String address) {
        return mail.newest(100).stream()
                .filter(letter -> letter.recipient().equals(address))
                .toList();
    }

    private PersonId person(String name, @org.jspecify.annotations.Nullable String email, String language) {
        var person = NewPerson.of(PersonName.of(name), new Origin(Source.MET_IN_PERSON, null, TODAY))
                .with(java.util.Map.of(fi.seloste.register.PersonField.LANGUAGE, language));
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(email == null ? person : person.reachedBy(ContactPoint.New.email(email)), SIRPA));
    }

    private Visit officer(String name) throws Exception {
        var email = name + "@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Sirpa Virtanen", email, "en", "Europe/Helsinki"),
                Role.PRIVACY_OFFICER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        return Visit.of(web, email, PASSWORD);
    }
}
