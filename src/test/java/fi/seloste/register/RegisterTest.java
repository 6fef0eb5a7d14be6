package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Purpose;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import fi.seloste.suppression.Suppression;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Cast.class)
class RegisterTest {

    @Autowired
    Cast cast;

    @Autowired
    Register register;

    @Autowired
    RowParts parts;

    @Autowired
    ContactDetails details;

    @Autowired
    Employment employment;

    @Autowired
    Notebook notebook;

    @Autowired
    Tagging tagging;

    @Autowired
    OwnFields fields;

    @Autowired
    Timeline timeline;

    @Autowired
    Suppression suppression;

    @Autowired
    Fingerprints fingerprints;

    @Autowired
    Evidence evidence;

    @Test
    void a_person_has_a_source_and_its_detail_where_others_collected_the_data() {
        assertThatThrownBy(() -> new Origin(Source.BOUGHT_LIST, " ", Cast.TODAY))
                .isInstanceOf(Problem.Invalid.class);
        var chen = cast.found("Chen Virtanen", "chen.virtanen@jokivoima.example");

        assertThat(cast.get(chen).origin().detail()).isEqualTo("https://jokivoima.example/people");
    }

    @Test
    void an_address_is_used_on_its_last_day_by_lists_and_letters_and_not_on_the_next() {
        var found = cast.found("Frida Metso", "frida.metso@jokivoima.example");
        var address = cast.customer(() -> details.pointsOf(Party.of(found))).getFirst();
        cast.customer(() -> details.endOn(address.id(), Cast.TODAY, Cast.MARIA));
        var metso = cast.organisation("Metso & Frida Oy", Map.of());
        cast.customer(() -> employment.takeUp(found, Affiliation.Post.at(metso), Cast.MARIA));

        assertThat(cast.customer(() -> details.get(address.id())).isCurrent(Cast.TODAY))
                .isTrue();
        assertThat(shownOf(found)).isEqualTo(address.value());
        assertThat(emailsOf(found)).containsExactly(address.value());
        assertThat(shownAt(metso)).isEqualTo(address.value());
        assertThat(writtenTo()).contains(found);

        cast.clock.advance(Duration.ofDays(1));
        assertThat(shownOf(found)).isNull();
        assertThat(emailsOf(found)).isEmpty();
        assertThat(shownAt(metso)).isNull();
        assertThat(writtenTo()).doesNotContain(found);
    }

    private @Nullable String shownOf(PersonId person) {
        return cast.customer(() -> register.rows(List.of(person), Evidence.How.LIST, Cast.MARIA))
                .getFirst()
                .email();
    }

    private @Nullable String shownAt(OrganisationId organisation) {
        var all = new OrganisationRegister.Members(false, 10, null);
        return cast.customer(() -> cast.organisations.members(organisation, all, Cast.MARIA))
                .items()
                .getFirst()
                .email();
    }

    private List<String> emailsOf(PersonId person) {
        return cast.customer(() -> parts.of(List.of(person)))
                .getOrDefault(person, RowParts.Parts.NONE)
                .emails();
    }

    private List<PersonId> writtenTo() {
        return cast.purposes.as(Purpose.RIGHTS, () -> register.toBeWritten(Cast.TODAY.plusMonths(2), 1000));
    }

    @Test
    void whoever_was_found_in_public_sources_is_to_be_told_within_a_month_and_hidden_from_marketing_until_then() {
        var met = cast.add("Dana Metso", "dana.metso@jokivoima.example");
        var found = cast.found("Elias Metso", "elias.metso@jokivoima.example");

        assertThat(cast.get(found).standing().isUninformed()).isTrue();
        assertThat(cast.get(found).informing().by()).isEqualTo(LocalDate.of(2026, 12, 23));
        assertThat(cast.get(met).standing()).isEqualTo(Standing.NONE);
        assertThat(cast.purposes.as(Purpose.MARKETING, () -> register.find(met)))
                .isPresent();
        assertThat(cast.purposes.as(Purpose.MARKETING, () -> register.find(found)))
                .isEmpty();
    }

    @Test
    void every_change_says_what_it_was_by_whom_and_from_what_source() {
        var ada = cast.ada();
        cast.customer(() -> register.change(
                ada, Edit.of(Map.of(PersonField.JOB_TITLE, "Head of Safety")).from(Source.PHONE), Cast.MARIA));
        cast.customer(
                () -> register.change(ada, Edit.of(Map.of(PersonField.JOB_TITLE, "Director of Safety")), Cast.MARIA));

        var history = cast.customer(() -> timeline.history(Party.of(ada), "job-title", 10, null));
        assertThat(history.items())
                .extracting(Change::oldValue, Change::newValue, Change::actorName, Change::source)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Head of Safety", "Director of Safety", "Maria Salo", null),
                        org.assertj.core.groups.Tuple.tuple(null, "Head of Safety", "Maria Salo", "phone"));
        assertThat(cast.get(ada).version()).isGreaterThan(2);
    }

    @Test
    void an_edit_of_what_somebody_else_changed_meanwhile_is_refused_with_both_values() {
        var ada = cast.ada();
        var seen = cast.get(ada).version();
        cast.customer(() -> register.change(
                ada, Edit.of(Map.of(PersonField.DEPARTMENT, "Safety")).against(seen), Cast.MARIA));

        assertThatThrownBy(() -> cast.customer(() -> register.change(
                        ada, Edit.of(Map.of(PersonField.DEPARTMENT, "Security")).against(seen), Cast.MARIA)))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        c -> assertThat(Stale.both(c)).containsExactly(new Both("department", "Security", "Safety")));
        assertThat(cast.get(ada).department()).isEqualTo("Safety");
    }

    @Test
    void a_new_name_brings_its_parts_and_new_parts_bring_the_name() {
        var ada = cast.ada();
        cast.customer(() -> register.change(ada, Edit.of(Map.of(PersonField.FAMILY_NAME, "Metsälä")), Cast.MARIA));
        assertThat(cast.get(ada).name()).isEqualTo(new PersonName("Ada Metsälä", "Ada", "Metsälä"));
        cast.customer(() -> register.change(ada, Edit.of(Map.of(PersonField.NAME, "Ada Maria Salonen")), Cast.MARIA));
        assertThat(cast.get(ada).name()).isEqualTo(new PersonName("Ada Maria Salonen", "Ada Maria", "Salonen"));
    }

    @Test
    void an_address_that_several_people_read_is_taken_for_a_role() {
        var ada = cast.ada();
        cast.customer(() ->
                details.add(Party.of(ada), ContactPoint.New.email("Info@Jokivoima.example"), Cast.met(), Cast.MARIA));
        cast.customer(() -> details.add(Party.of(ada), ContactPoint.New.phone("040 123 4567"), Cast.met(), Cast.MARIA));

        var points = cast.customer(() -> details.pointsOf(Party.of(ada)));
        assertThat(points)
                .extracting(ContactPoint::value, ContactPoint::usage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "ada.koskinen@jokivoima.example", ContactPoint.Usage.PERSONAL),
                        org.assertj.core.groups.Tuple.tuple("info@jokivoima.example", ContactPoint.Usage.ROLE),
                        org.assertj.core.groups.Tuple.tuple("+358401234567", ContactPoint.Usage.PERSONAL));
    }

    @Test
    void a_change_of_job_ends_the_old_post_and_its_address_and_keeps_the_history() {
        var from = cast.jokivoima();
        var to = cast.organisation("Saimaan Satama Oy", Map.of());
        var ada = cast.add("Ada Koskinen", "ada.koskinen@jokivoima.example", from);
        var on = LocalDate.of(2026, 12, 1);

        cast.customer(() -> employment.changeJob(ada, new Employment.Job(from, to, "Harbour Master", on), Cast.MARIA));

        var posts = cast.customer(() -> employment.of(ada));
        assertThat(posts)
                .extracting(Affiliation::organisationName, Affiliation::untilOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Saimaan Satama Oy", null),
                        org.assertj.core.groups.Tuple.tuple("Jokivoima Oy", on));
        var email = cast.customer(() -> details.pointsOf(Party.of(ada))).getFirst();
        assertThat(email.validUntil()).isEqualTo(on);
        assertThat(cast.get(ada).jobTitle()).isEqualTo("Harbour Master");
    }

    @Test
    void a_call_moves_the_last_act_and_a_note_does_not() {
        var ada = cast.ada();
        cast.customer(() -> notebook.write(Party.of(ada), Note.New.of(Note.Kind.NOTE, "Likes boats"), Cast.MARIA));
        assertThat(cast.get(ada).lastActAt()).isNull();
        cast.customer(() -> notebook.write(Party.of(ada), Note.New.of(Note.Kind.CALL, "Renewal"), Cast.MARIA));
        assertThat(cast.get(ada).lastActAt()).isEqualTo(cast.clock.instant());
    }

    @Test
    void an_own_field_takes_what_its_kind_takes() {
        var ada = cast.ada();
        var seats = cast.customer(() -> fields.declare(new CustomField.New(
                CustomField.Holder.PERSON, "Seats", CustomField.Kind.NUMBER, "relationship-notes", List.of())));

        assertThatThrownBy(() -> cast.customer(() -> fields.set(Party.of(ada), seats, "many", Cast.MARIA)))
                .isInstanceOf(Problem.Invalid.class);
        cast.customer(() -> fields.set(Party.of(ada), seats, "12,5", Cast.MARIA));

        assertThat(cast.customer(() -> fields.values(Party.of(ada))))
                .extracting(CustomField.Value::value)
                .containsExactly("12.5");
    }

    @Test
    void the_card_shows_what_the_purpose_may_read_and_leaves_out_the_rest() {
        var ada = cast.ada();
        cast.customer(() -> tagging.add(Party.of(ada), "  Golf ", Cast.MARIA));
        cast.customer(() -> {
            var note = notebook.write(Party.of(ada), Note.New.of(Note.Kind.NOTE, "Allergic to nuts"), Cast.MARIA);
            notebook.pin(note);
        });

        var seen = cast.customer(() -> register.card(ada, Evidence.How.PAGE, Cast.MARIA));
        assertThat(seen.tags()).containsExactly("golf");
        assertThat(seen.pinned()).hasSize(1);
        assertThat(seen.lamps()).extracting(Lamp::kind).containsExactly(Lamp.Kind.values());
        assertThat(seen.presence().addedBy()).isEqualTo("Maria Salo");

        var ofSupport = cast.purposes.as(Purpose.SUPPORT, () -> register.card(ada, Evidence.How.PAGE, Cast.MARIA));
        assertThat(ofSupport.tags()).isEmpty();
        assertThat(ofSupport.pinned()).isEmpty();
        var ofMarketing = cast.purposes.as(Purpose.MARKETING, () -> register.card(ada, Evidence.How.PAGE, Cast.MARIA));
        assertThat(ofMarketing.reached().emails()).hasSize(1);
        assertThat(evidence.consultationsOf(ada))
                .extracting(Evidence.Consultation::purpose)
                .contains("customer", "support", "marketing");
    }

    @Test
    void an_erased_person_is_not_collected_again_from_public_sources() {
        forbid("fanni.laine@jokivoima.example");

        assertThatThrownBy(() -> cast.found("Fanni Laine", "Fanni.Laine+x@jokivoima.example"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.key()).isEqualTo("register.recollection.refused"));
    }

    @Test
    void an_employee_is_asked_whether_the_erased_person_gave_the_data_and_the_answer_is_kept() {
        forbid("gabriel.laine@jokivoima.example");
        var gabriel = NewPerson.of(PersonName.of("Gabriel Laine"), Cast.met())
                .reachedBy(ContactPoint.New.email("gabriel.laine@jokivoima.example"));

        assertThatThrownBy(() -> cast.customer(() -> register.add(gabriel, Cast.MARIA)))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class, p -> assertThat(p.key()).isEqualTo("register.recollection.ask"));
        PersonId back = cast.customer(() -> register.add(gabriel.confirmed(), Cast.MARIA));

        assertThat(evidence.of(back)).extracting(Evidence.Line::act).contains("recollection-confirmed");
    }

    @Test
    void a_role_is_changed_with_its_history() {
        OrganisationId there = cast.jokivoima();
        var ada = cast.add("Ada Koskinen", "ada@jokivoima.example", there);
        var post = cast.customer(() -> employment.of(ada)).getFirst();
        cast.customer(() -> employment.change(
                post.id(), "CFO", Set.of(Affiliation.Role.MAIN_USER, Affiliation.Role.INVOICING_CONTACT), Cast.MARIA));

        var changed = cast.customer(() -> employment.of(ada)).getFirst();
        assertThat(changed.roles())
                .containsExactlyInAnyOrder(Affiliation.Role.MAIN_USER, Affiliation.Role.INVOICING_CONTACT);
        assertThat(cast.customer(() -> timeline.history(Party.of(ada), "roles", 5, null))
                        .items())
                .extracting(Change::newValue)
                .containsExactly("invoicing-contact, main-user");
    }

    private void forbid(String email) {
        cast.purposes.as(Purpose.RIGHTS, () -> {
            suppression.forbidRecollection(
                    List.of(fingerprints.of(Fingerprint.Kind.EMAIL, email)), new Suppression.Reason("erasure", null));
        });
    }
}
