package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Wording;
import fi.seloste.datamap.Walk;
import fi.seloste.disclosures.Decision;
import fi.seloste.disclosures.Disclosure;
import fi.seloste.disclosures.Disclosures;
import fi.seloste.register.Affiliation;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.NewPerson;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Source;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Office.class)
class AccessTest {

    @Autowired
    Office office;

    @Autowired
    Walk walk;

    @Autowired
    OrganisationRegister organisations;

    @Autowired
    Disclosures disclosures;

    @Autowired
    Consents consents;

    @Test
    @Policy("R9")
    void nothing_is_handed_over_before_it_is_known_who_asks() {
        office.person("Ada Koskinen", "ada.first@jokivoima.example");
        var request = office.receive(Right.ACCESS, "ada.first@jokivoima.example");
        assertThat(request.asker().person()).isNotNull();

        assertThatThrownBy(() -> office.rights.fulfil(request.id(), Office.SIRPA))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("rights.identity.first");
        assertThatThrownBy(() -> office.answers.open(request.id(), Office.SIRPA))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @Policy("R12")
    void the_answer_names_the_organisations_a_person_worked_in_and_says_acts_in_words() {
        var source = new Origin(Source.MET_IN_PERSON, null, Office.TODAY);
        var jokivoima = office.purposes.as(
                Purpose.CUSTOMER, () -> organisations.add(NewOrganisation.of("Jokivoima Oy", source), Office.SIRPA));
        office.purposes.as(
                Purpose.CUSTOMER,
                () -> office.register.add(
                        NewPerson.of(PersonName.of("Ada Koskinen"), source)
                                .reachedBy(ContactPoint.New.email("ada.post@jokivoima.example"))
                                .at(Affiliation.Post.at(jokivoima)),
                        Office.SIRPA));
        var closed = office.done(Right.ACCESS, "ada.post@jokivoima.example");

        var files = Office.unzip(office.answers.open(closed.id(), Office.SIRPA));
        assertThat(files.get("data.json")).contains("\"organisation\":\"Jokivoima Oy\"");
        assertThat(files.get("data.html"))
                .contains("Jokivoima Oy", "right: access")
                .doesNotContain("{&quot;");
    }

    @Test
    @Policy({"C10", "R12"})
    void the_answer_names_what_somebody_agreed_to_as_the_notice_does() {
        var ada = office.person("Ada Koskinen", "ada.agreed@jokivoima.example");
        var manner = new Agreement.Manner(Channel.FORM, new Proof(Proof.Kind.DOUBLE_OPT_IN, null), null);
        var agreed = new Agreement(
                new Aim("consented-marketing", "letter"), new Wording.Text("Yes, please.", "en"), manner, null);
        office.purposes.as(Purpose.RIGHTS, () -> consents.give(ada, agreed, Actor.subject(ada)));
        var closed = office.done(Right.ACCESS, "ada.agreed@jokivoima.example");

        var files = Office.unzip(office.answers.open(closed.id(), Office.SIRPA));
        assertThat(files.get("data.html")).contains("Newsletters and other marketing with consent");
    }

    @Test
    @Policy("D7")
    void the_covering_letter_names_the_authorities_that_got_data_and_no_secret_or_refused_one() {
        var ada = office.person("Ada Koskinen", "ada.authority@jokivoima.example");
        disclosed(ada, "Esimerkkilän poliisi", false, Decision.GIVEN);
        disclosed(ada, "Salainen virasto", true, Decision.GIVEN);
        disclosed(ada, "Turha virasto", false, Decision.REFUSED);
        var closed = office.done(Right.ACCESS, "ada.authority@jokivoima.example");

        var letter =
                Office.unzip(office.answers.open(closed.id(), Office.SIRPA)).get("letter.html");
        assertThat(letter)
                .contains("The law obliged us to give your data to these authorities", "Esimerkkilän poliisi, ")
                .doesNotContain("Salainen", "Turha", "Nobody besides us");
    }

    private void disclosed(PersonId person, String authority, boolean secret, Decision decision) {
        var asked = new Disclosure.Asked(authority, null, "Police Act (872/2011)", "orders", Office.TODAY, null);
        var secrecy = secret ? new Disclosure.Secrecy(Office.TODAY.plusDays(90), "the court", null) : null;
        var id = disclosures.record(asked, secrecy, List.of(person), Office.SIRPA);
        var given = decision == Decision.GIVEN;
        disclosures.decide(
                id,
                new Disclosure.Answer(
                        decision,
                        "the section",
                        given ? List.of("contact-information") : List.of(),
                        given ? "secure mail" : null,
                        given ? Office.TODAY : null),
                Office.SIRPA);
    }

    @Test
    @Policy({"R12", "R13"})
    void the_answer_holds_letter_pages_json_and_a_sheet_that_names_every_place() {
        var ada = office.person("Ada Koskinen", "ada@jokivoima.example", Source.PUBLIC_WEB);
        office.person("Boris Lindqvist", "boris@jokivoima.example");
        var closed = office.done(Right.ACCESS, "Ada@Jokivoima.example");

        var files = Office.unzip(office.answers.open(closed.id(), Office.SIRPA));
        assertThat(files.keySet()).containsExactly("data.json", "letter.html", "data.html", "completeness.html");
        assertThat(files.get("letter.html"))
                .contains(
                        "Ada Koskinen",
                        closed.number(),
                        "https://jokivoima.example/people",
                        "Office of the Data Protection Ombudsman",
                        "legitimate interests",
                        "24 months");
        assertThat(files.get("data.json")).contains("ada@jokivoima.example").doesNotContain("boris@");
        assertThat(files.get("data.html")).contains("ada@jokivoima.example").doesNotContain("<script");
        var words = new CopyWords(Locale.ENGLISH);
        for (var section : walk.sections(ada)) {
            assertThat(files.get("completeness.html"))
                    .contains(words.place(section.table().qualified()));
        }
        assertThat(closed.state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.found("ada@jokivoima.example", "(/privacy/answer/\\S+)"))
                .isNotBlank();
    }

    @Test
    @Policy("R14")
    void consultations_are_told_by_date_and_purpose_without_the_employees_name() {
        var ada = office.person("Ada Seen", "seen@jokivoima.example");
        office.purposes.as(
                Purpose.CUSTOMER, () -> office.register.card(ada, fi.seloste.evidence.Evidence.How.PAGE, Office.SIRPA));
        var closed = office.done(Right.ACCESS, "seen@jokivoima.example");

        var files = Office.unzip(office.answers.open(closed.id(), Office.SIRPA));
        assertThat(files.get("letter.html")).contains("One look is recorded", "customer relations");
        assertThat(String.join("", files.values())).doesNotContain("Sirpa");
    }

    @Test
    @Policy("R15")
    void a_marked_place_holds_the_answer_until_it_is_decided_and_then_is_left_out() {
        var ada = office.person("Ada Marked", "marked@jokivoima.example");
        var request = office.receive(Right.ACCESS, "marked@jokivoima.example");
        office.attest(request.id());
        var spot = new Redactions.Spot("register.person", ada.toString(), "name");
        var mark = office.answers.mark(request.id(), spot, "names somebody else", Office.SIRPA);

        assertThatThrownBy(() -> office.rights.fulfil(request.id(), Office.SIRPA))
                .hasMessageContaining("rights.redaction.marked")
                .hasMessageContaining("register.person");

        office.answers.decide(request.id(), mark, true, Office.SIRPA);
        office.rights.fulfil(request.id(), Office.SIRPA);
        var files = Office.unzip(office.answers.open(request.id(), Office.SIRPA));
        assertThat(files.get("data.html")).contains("left out: names somebody else");
        assertThat(files.get("completeness.html")).contains("1 left out for the rights of others");
    }

    @Test
    @Policy("R16")
    void portability_leaves_out_what_was_found_elsewhere_and_says_so() {
        office.person("Ada Found", "found@jokivoima.example", Source.PUBLIC_WEB);

        var found = Office.unzip(office.answers.open(
                office.done(Right.PORTABILITY, "found@jokivoima.example").id(), Office.SIRPA));

        assertThat(found.get("data.json")).contains("portability").doesNotContain("found@jokivoima.example");
        assertThat(found.get("completeness.html")).contains("only what you provided");
    }

    @Test
    @Policy("R10")
    void an_unknown_address_is_answered_with_the_truth() {
        var request = office.receive(Right.ACCESS, "nobody@elsewhere.example");
        assertThat(office.rights.candidates(request.id())).isEmpty();

        var closed = office.rights.fulfil(request.id(), Office.SIRPA);

        assertThat(closed.state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.lettersTo("nobody@elsewhere.example").getFirst().body())
                .contains("nothing about you is kept");
    }

    @Test
    @Policy("R11")
    void a_shared_address_offers_candidates_and_takes_nobody_by_itself() {
        var one = office.person("Ada One", "office.desk@jokivoima.example");
        var two = office.person("Bea Two", "office.desk@jokivoima.example");
        var request = office.receive(Right.ACCESS, "office.desk@jokivoima.example");

        assertThat(office.rights.candidates(request.id())).containsExactlyInAnyOrder(one, two);
        assertThat(request.asker().person()).isNull();
        assertThatThrownBy(() -> office.attest(request.id())).hasMessageContaining("rights.identity.choose");

        var proved = office.identity.confirm(
                request.id(), new Identity.Said("letter", "letter of 20.11.2026", two), Office.SIRPA);
        assertThat(proved.asker().person()).isEqualTo(two);
        assertThat(proved.state()).isEqualTo(Request.State.REVIEW);
    }
}
