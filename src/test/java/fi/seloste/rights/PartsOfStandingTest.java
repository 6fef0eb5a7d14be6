package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.register.Merging;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.register.Party;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A category that is restricted alone is a bit of the standing, and the bit is there exactly as long as a request that restricts it, whatever befalls the person. */
@DatabaseTest
@Import(Office.class)
class PartsOfStandingTest {

    private static final String NOTES = "relationship-notes";
    private static final String CHANGES = "contact-changes";

    @Autowired
    Office office;

    @Autowired
    Narrowing narrowing;

    @Autowired
    Lifting lifting;

    @Autowired
    Merging merging;

    @Autowired
    Notebook notebook;

    @Autowired
    PartialRestrictions partial;

    @ParameterizedTest
    @Policy("R44")
    @ValueSource(booleans = {true, false})
    void the_whole_and_a_part_end_each_by_itself_whichever_came_first_and_whichever_ends_first(boolean partFirst) {
        var email = "order.%s@osa.example".formatted(partFirst);
        var ada = noted("Ada Order", email);
        var first = partFirst ? narrowed(email, NOTES) : office.done(Right.RESTRICTION, email);
        var second = partFirst ? office.done(Right.RESTRICTION, email) : narrowed(email, NOTES);
        assertThat(office.sees(Purpose.CUSTOMER, ada)).isFalse();
        assertThat(office.sees(Purpose.MARKETING, ada)).isFalse();
        assertThat(notes(Purpose.RIGHTS, ada)).isOne();

        lifting.lift(first.id(), "looked into", Office.SIRPA);
        assertThat(office.sees(Purpose.CUSTOMER, ada)).isEqualTo(!partFirst);
        assertThat(office.sees(Purpose.MARKETING, ada)).isEqualTo(!partFirst);
        assertThat(notes(Purpose.CUSTOMER, ada)).isZero();

        lifting.lift(second.id(), "looked into", Office.SIRPA);
        assertThat(office.sees(Purpose.MARKETING, ada)).isTrue();
        assertThat(notes(Purpose.CUSTOMER, ada)).isOne();
        assertThat(standing(ada)).isZero();
    }

    @Test
    @Policy("R44")
    void of_two_who_are_merged_the_notes_of_both_are_restricted_and_of_two_again_those_of_the_one() {
        var kept = noted("Ada Kaksi", "kept@kaksi.example");
        var gone = noted("A. Kaksi", "gone@kaksi.example");
        narrowed("gone@kaksi.example", NOTES);
        assertThat(notes(Purpose.CUSTOMER, kept)).isOne();

        var merge = merged(kept, gone);
        assertThat(notes(Purpose.CUSTOMER, kept)).isZero();
        assertThat(notes(Purpose.RIGHTS, kept)).isEqualTo(2);
        assertThat(office.sees(Purpose.MARKETING, kept)).isTrue();

        office.asCustomer(() -> undone(merge));
        assertThat(notes(Purpose.CUSTOMER, kept)).isOne();
        assertThat(notes(Purpose.CUSTOMER, gone)).isZero();
        assertThat(notes(Purpose.RIGHTS, gone)).isOne();
        assertThat(List.of(standing(kept), standing(gone))).containsExactly(0, 32);
    }

    @Test
    @Policy("R44")
    void what_is_lifted_or_restricted_between_a_merge_and_its_undoing_stays_so() {
        var kept = noted("Ada Paluu", "kept@paluu.example");
        var gone = noted("A. Paluu", "gone@paluu.example");
        var ofGone = narrowed("gone@paluu.example", NOTES);
        narrowed("kept@paluu.example", NOTES);
        var merge = merged(kept, gone);

        lifting.lift(ofGone.id(), "looked into", Office.SIRPA);
        assertThat(standing(kept)).as("the other request holds").isEqualTo(32);
        narrowed("kept@paluu.example", "response-statistics");
        office.asCustomer(() -> undone(merge));

        assertThat(standing(gone)).isZero();
        assertThat(notes(Purpose.CUSTOMER, gone)).isOne();
        assertThat(standing(kept)).isEqualTo(32 | 128);
        assertThat(notes(Purpose.CUSTOMER, kept)).isZero();
    }

    @Test
    @Policy({"R20", "R44"})
    void somebody_restricted_in_part_is_erased_as_everybody_is() {
        var ada = noted("Ada Poistuva", "poistuva.part@poistuva.example");
        narrowed("poistuva.part@poistuva.example", NOTES, CHANGES);
        assertThat(standing(ada)).isEqualTo(96);
        assertThat(notes(Purpose.RIGHTS, ada)).isOne();

        var request = office.done(Right.ERASURE, "poistuva.part@poistuva.example");

        assertThat(request.state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.count("register.note", "person_id = '%s'".formatted(ada)))
                .isZero();
        assertThat(office.count("register.partial_restriction", "person_id = '%s'".formatted(ada)))
                .isZero();
        assertThat(office.count("register.person", "person_id = '%s' and (standing & 8) = 0".formatted(ada)))
                .isZero();
    }

    @Test
    @Policy("R44")
    void two_requests_that_are_carried_out_at_once_restrict_both_categories() throws Exception {
        var ada = noted("Ada Samaan", "samaan.part@samaan.example");
        office.run("""
                create or replace function register.dawdle() returns trigger language plpgsql as
                $$ begin perform pg_sleep(0.7); return null; end $$""");
        office.run("""
                create trigger z_dawdle after insert on register.partial_restriction
                   for each statement execute function register.dawdle()""");
        try {
            var one = CompletableFuture.runAsync(() -> add(ada, NOTES));
            var other = CompletableFuture.runAsync(() -> add(ada, CHANGES));
            one.get(20, TimeUnit.SECONDS);
            other.get(20, TimeUnit.SECONDS);
        } finally {
            office.run("drop trigger z_dawdle on register.partial_restriction");
        }
        assertThat(standing(ada)).isEqualTo(96);
    }

    private void add(PersonId person, String category) {
        office.purposes.as(
                Purpose.RIGHTS,
                () -> partial.add(person, category, fi.seloste.base.RequestId.next(), office.clock.instant()));
    }

    private UUID merged(PersonId kept, PersonId gone) {
        return office.purposes.as(Purpose.RIGHTS, () -> merging.merge(kept, gone, Set.of(), Office.SIRPA));
    }

    private boolean undone(UUID merge) {
        merging.undo(merge, Office.SIRPA);
        return true;
    }

    private Request narrowed(String email, String... categories) {
        var request = office.receive(Right.RESTRICTION, email);
        office.attest(request.id());
        narrowing.narrow(request.id(), List.of(categories), Office.SIRPA);
        return office.rights.fulfil(request.id(), Office.SIRPA);
    }

    private PersonId noted(String name, String email) {
        var person = office.person(name, email);
        office.purposes.as(
                Purpose.CUSTOMER,
                () -> notebook.write(
                        Party.of(person),
                        new Note.New(Note.Kind.NOTE, "Likes to be called early", null, null),
                        Office.SIRPA));
        return person;
    }

    private long notes(Purpose purpose, PersonId person) {
        return office.purposes.as(
                purpose,
                () -> office.jdbc
                        .sql("select count(*) from register.note where person_id = :person")
                        .param("person", person.value())
                        .query(Long.class)
                        .single());
    }

    private int standing(PersonId person) {
        return office.asOwner(() -> office.jdbc
                .sql("select standing from register.person where person_id = :person")
                .param("person", person.value())
                .query(Integer.class)
                .single());
    }
}
