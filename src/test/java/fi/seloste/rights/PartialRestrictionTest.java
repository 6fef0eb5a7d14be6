package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Untold;
import fi.seloste.publishing.Drafting;
import fi.seloste.publishing.Publishing;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.Lamp;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.Origin;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.register.Party;
import fi.seloste.register.Source;
import fi.seloste.register.Tagging;
import fi.seloste.store.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** Art. 18 for single categories: their rows are stored and seen by rights and claims alone, and all else stays in use. */
@DatabaseTest
@Import(Office.class)
class PartialRestrictionTest {

    private static final String OF_NOTES = "relationship-notes";
    private static final String OF_TAGS = "contact-tags";
    private static final String NOTES = "register.note";
    private static final String TAGS = "register.person_tag";
    private static final String CHANGES = "register.change";

    @Autowired
    Office office;

    @Autowired
    Narrowing narrowing;

    @Autowired
    Lifting lifting;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Notebook notebook;

    @Autowired
    Tagging tagging;

    @Autowired
    ContactDetails details;

    @Autowired
    PartialRestrictions partial;

    @Autowired
    Asking asking;

    @Autowired
    Drafting drafting;

    @Autowired
    Publishing publishing;

    @Autowired
    Notice notice;

    @Autowired
    Compiler compiler;

    @Autowired
    Declared declared;

    @Autowired
    MockMvc web;

    @Test
    @Policy("R44")
    void what_is_restricted_alone_is_seen_by_rights_and_claims_and_all_else_stays_in_use() {
        var ada = noted("Ada Parted", "parted@jokivoima.example");
        var boris = noted("Boris Whole", "neighbour@jokivoima.example");
        assertThat(seen(Purpose.CUSTOMER, NOTES, ada)).isEqualTo(1);

        var request = narrowed("parted@jokivoima.example", OF_NOTES, OF_TAGS);

        assertThat(office.sees(Purpose.CUSTOMER, ada)).isTrue();
        assertThat(office.sees(Purpose.MARKETING, ada)).isTrue();
        assertThat(seen(Purpose.CUSTOMER, TAGS, ada)).isZero();
        assertThat(seen(Purpose.CUSTOMER, NOTES, ada)).isZero();
        assertThat(seen(Purpose.CUSTOMER, CHANGES, ada)).isPositive();
        assertThat(seen(Purpose.RIGHTS, NOTES, ada)).isEqualTo(1);
        assertThat(seen(Purpose.CUSTOMER, NOTES, boris)).isEqualTo(1);

        lifting.lift(request.id(), "the note was put right", Office.SIRPA);
        assertThat(office.lettersTo("parted@jokivoima.example").getFirst().body())
                .contains("no longer restricted", "the note was put right");
        assertThat(seen(Purpose.CUSTOMER, NOTES, ada)).isEqualTo(1);
    }

    @Test
    @Policy("R44")
    void tags_and_notes_are_restricted_each_by_itself() {
        var ada = noted("Ada Tagged", "tagged.part@jokivoima.example");
        var boris = noted("Boris Noted", "noted.part@jokivoima.example");

        narrowed("tagged.part@jokivoima.example", OF_TAGS);
        narrowed("noted.part@jokivoima.example", OF_NOTES);

        assertThat(seen(Purpose.CUSTOMER, TAGS, ada)).isZero();
        assertThat(seen(Purpose.MARKETING, TAGS, ada)).isZero();
        assertThat(seen(Purpose.CUSTOMER, NOTES, ada)).isEqualTo(1);
        assertThat(seen(Purpose.CUSTOMER, TAGS, boris)).isEqualTo(1);
        assertThat(seen(Purpose.CUSTOMER, NOTES, boris)).isZero();
    }

    @Test
    @Policy("R44")
    void where_the_notice_does_not_tell_tags_apart_they_are_restricted_with_notes() {
        var ada = noted("Ada Before", "before.part@jokivoima.example");
        drafting.change(null, Untold::tags, Office.SIRPA);
        publishing.publish(drafting.draft(), "", Office.SIRPA);
        try {
            var request = office.receive(Right.RESTRICTION, "before.part@jokivoima.example");
            office.attest(request.id());
            assertThat(office.purposes.as(Purpose.RIGHTS, () -> narrowing.choice(request, Locale.ENGLISH)))
                    .extracting(RequestPage.Part::code)
                    .contains(OF_NOTES)
                    .doesNotContain(OF_TAGS);
            assertThat(seen(Purpose.CUSTOMER, TAGS, ada)).isEqualTo(1);
            narrowing.narrow(request.id(), List.of(OF_NOTES), Office.SIRPA);
            office.rights.fulfil(request.id(), Office.SIRPA);

            assertThat(seen(Purpose.CUSTOMER, TAGS, ada)).isZero();
            assertThat(seen(Purpose.CUSTOMER, NOTES, ada)).isZero();
            assertThat(office.lettersTo("before.part@jokivoima.example")
                            .getFirst()
                            .body())
                    .containsOnlyOnce("- Notes");
            lifting.lift(request.id(), "looked into", Office.SIRPA);
            assertThat(seen(Purpose.CUSTOMER, TAGS, ada)).isEqualTo(1);
        } finally {
            office.purposes.as(
                    Purpose.OWNER,
                    () -> office.jdbc.sql("delete from notice.version").update());
            notice.lookAgain();
            compiler.compile(declared);
        }
    }

    @Test
    @Policy("R44")
    void the_person_is_told_which_and_sees_it_on_their_own_page_and_whoever_looks_is_told_why() throws Exception {
        var ada = noted("Ada Telling", "telling.part@jokivoima.example");
        narrowed("telling.part@jokivoima.example", OF_NOTES, "response-statistics");

        assertThat(office.lettersTo("telling.part@jokivoima.example").getFirst().body())
                .contains("- Notes", "- Response statistics", "All other data stay in use");
        assertThat(ownPage("telling.part@jokivoima.example")).contains("Only stored, as you asked: Notes, Response");
        var lamps = office.purposes.as(
                Purpose.CUSTOMER,
                () -> office.register.card(ada, Evidence.How.PAGE, Office.SIRPA).lamps());
        assertThat(lamps)
                .filteredOn(lamp -> lamp.kind() == Lamp.Kind.RESTRICTION)
                .singleElement()
                .extracting(Lamp::reason)
                .isEqualTo("rights.lamp.parts");
    }

    @Test
    @Policy("R44")
    void while_notes_are_restricted_none_are_written_and_history_goes_on_unseen() {
        var ada = noted("Ada Writing", "writing.part@jokivoima.example");
        narrowed("writing.part@jokivoima.example", OF_NOTES, OF_TAGS, "contact-changes");

        assertThatThrownBy(() -> note(ada))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("partlyRestricted");
        assertThatThrownBy(() -> office.purposes.as(
                        Purpose.CUSTOMER, () -> tagging.add(Party.of(ada), "important", Office.SIRPA)))
                .isInstanceOf(Problem.Conflict.class);
        long before = seen(Purpose.RIGHTS, CHANGES, ada);
        office.purposes.as(
                Purpose.CUSTOMER,
                () -> details.add(
                        Party.of(ada),
                        ContactPoint.New.email("second.part@jokivoima.example"),
                        new Origin(Source.EMAIL, null, Office.TODAY),
                        Office.SIRPA));
        assertThat(seen(Purpose.RIGHTS, CHANGES, ada)).isGreaterThan(before);
        assertThat(seen(Purpose.CUSTOMER, CHANGES, ada)).isZero();
    }

    @Test
    @Policy({"R44", "R27", "B3"})
    void a_restore_restricts_the_same_categories_again_and_no_others() {
        var ada = noted("Ada Restored", "restored.part@jokivoima.example");
        var request = narrowed("restored.part@jokivoima.example", OF_NOTES);
        var mine = "request_id = '%s'".formatted(request.id());

        // The backup was made before the request came in.
        for (var table : List.of(
                "rights.journal_line",
                "rights.restriction",
                "rights.part",
                "register.partial_restriction",
                "rights.step",
                "rights.candidate",
                "rights.recipient_task",
                "rights.link",
                "rights.sent_letter")) {
            office.run("delete from %s where %s".formatted(table, mine));
        }
        office.run("delete from rights.request where " + mine);
        assertThat(seen(Purpose.CUSTOMER, NOTES, ada)).isEqualTo(1);

        reconciliation.reconcile();

        assertThat(seen(Purpose.CUSTOMER, NOTES, ada)).isZero();
        assertThat(office.sees(Purpose.CUSTOMER, ada)).isTrue();
        assertThat(reconciliation.reconcile()).isZero();

        lifting.lift(request.id(), "no longer disputed", Office.SIRPA);
        office.run(
                "delete from rights.journal_line where %s and seq = (select max(seq) from rights.journal_line where %s)"
                        .formatted(mine, mine));
        office.run("update rights.restriction set lifted_at = null, lifted_for = null, lifted_by = null where " + mine);
        office.run("""
                insert into register.partial_restriction (person_id, category, standing_bit, request_id, since_at)
                select person_id, '%s', 32, request_id, since_at from rights.restriction where %s""".formatted(OF_NOTES, mine));
        reconciliation.reconcile();
        assertThat(seen(Purpose.CUSTOMER, NOTES, ada))
                .as("nor does it bring back one that was lifted")
                .isEqualTo(1);
    }

    @Test
    @Policy("R44")
    void two_restrictions_of_one_person_end_each_by_itself() {
        var ada = noted("Ada Twice", "twice.part@jokivoima.example");
        var part = narrowed("twice.part@jokivoima.example", OF_NOTES);
        var whole = office.done(Right.RESTRICTION, "twice.part@jokivoima.example");
        assertThat(office.sees(Purpose.CUSTOMER, ada)).isFalse();

        lifting.lift(whole.id(), "looked into", Office.SIRPA);
        assertThat(office.sees(Purpose.CUSTOMER, ada)).isTrue();
        assertThat(seen(Purpose.CUSTOMER, NOTES, ada)).isZero();
        lifting.lift(part.id(), "looked into", Office.SIRPA);
        assertThat(seen(Purpose.CUSTOMER, NOTES, ada)).isEqualTo(1);
        assertThat(office.purposes.<List<String>>as(Purpose.CUSTOMER, () -> partial.of(ada)))
                .isEmpty();
    }

    @Test
    void what_cannot_be_restricted_alone_is_refused_with_what_can() {
        office.person("Ada Asking", "asking.part@jokivoima.example");
        var request = office.receive(Right.RESTRICTION, "asking.part@jokivoima.example");
        assertThatThrownBy(() -> narrowing.narrow(request.id(), List.of("contact-information"), Office.SIRPA))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(Arrays.toString(problem.arguments()))
                                .contains(
                                        "contact-information",
                                        OF_NOTES,
                                        OF_TAGS,
                                        "contact-changes",
                                        "response-statistics"));
        var access = office.receive(Right.ACCESS, "asking.part@jokivoima.example");
        assertThatThrownBy(() -> narrowing.narrow(access.id(), List.of(OF_NOTES), Office.SIRPA))
                .hasMessageContaining("rights.parts.right");

        narrowing.narrow(request.id(), List.of(OF_NOTES), Office.SIRPA);
        narrowing.narrow(request.id(), List.of(), Office.SIRPA);
        assertThat(narrowing.of(request.id())).as("none means everything again").isEmpty();
    }

    private Request narrowed(String email, String... categories) {
        var request = office.receive(Right.RESTRICTION, email);
        office.attest(request.id());
        narrowing.narrow(request.id(), List.of(categories), Office.SIRPA);
        return office.rights.fulfil(request.id(), Office.SIRPA);
    }

    private PersonId noted(String name, String email) {
        var person = office.person(name, email);
        note(person);
        office.purposes.as(Purpose.CUSTOMER, () -> tagging.add(Party.of(person), "fair", Office.SIRPA));
        return person;
    }

    private void note(PersonId person) {
        office.purposes.as(
                Purpose.CUSTOMER,
                () -> notebook.write(
                        Party.of(person),
                        new Note.New(Note.Kind.NOTE, "Likes to be called early", null, null),
                        Office.SIRPA));
    }

    private String ownPage(String email) throws Exception {
        var link = asking.ask(new Asking.Ask(Right.PORTABILITY, email, null, null, "en"), () -> {});
        office.work();
        var own = asking.giveCode(link, office.found(email, "\n    (\\d{6})\n")).link();
        return web.perform(get("/privacy/own/" + own)).andReturn().getResponse().getContentAsString();
    }

    private long seen(Purpose purpose, String table, PersonId person) {
        return office.purposes.as(
                purpose,
                () -> office.jdbc
                        .sql("select count(*) from %s where person_id = :person".formatted(table))
                        .param("person", person.value())
                        .query(Long.class)
                        .single());
    }
}
