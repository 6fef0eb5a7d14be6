package fi.seloste.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Note;
import fi.seloste.register.Party;
import fi.seloste.register.Source;
import fi.seloste.store.Purpose;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Archive.class)
class OrganisationEndsTest {

    private static final LocalDate SPRING = LocalDate.of(2024, 5, 2);
    private static final LocalDate ALONE = LocalDate.of(2026, 5, 3);

    @Autowired
    Archive archive;

    @Autowired
    Forecast forecast;

    @Autowired
    Evidence evidence;

    @BeforeEach
    void nights_of_its_own() {
        archive.run("delete from retention.hold");
        archive.run("delete from retention.removed");
        archive.run("delete from retention.run");
    }

    private OrganisationId firm(String name, String email) {
        archive.clock.turnTo(SPRING);
        var firm = archive.organisation(name, SPRING);
        archive.met("Ada " + name, email, SPRING, Source.MET_IN_PERSON, firm);
        return firm;
    }

    private boolean isThere(OrganisationId firm) {
        return archive.count("register.organisation", "organisation_id = '%s'".formatted(firm)) == 1;
    }

    private void note(OrganisationId firm, LocalDate on) {
        archive.clock.turnTo(on);
        archive.purposes.as(
                Purpose.CUSTOMER,
                () -> archive.notebook.write(
                        Party.of(firm), Note.New.of(Note.Kind.NOTE, "moves to Tampere"), Archive.LIISA));
    }

    @Test
    @Policy({"T4", "T16"})
    void an_organisation_goes_when_nobody_of_it_has_been_kept_for_the_time_of_the_notice() {
        var left = firm("Hiljainen Oy", "ada@hiljainen.example");
        var lived = firm("Vilkas Oy", "ada@vilkas.example");
        archive.sweepOn(ALONE);
        assertThat(archive.keeping.ofOrganisation(lived)).isPresent();
        var boris = archive.met(
                "Boris Vilkas", "boris@vilkas.example", LocalDate.of(2028, 4, 1), Source.MET_IN_PERSON, lived);

        assertThat(archive.keeping.ofOrganisation(left)).contains(ALONE.plusMonths(24));
        archive.sweepOn(ALONE.plusMonths(24));
        assertThat(archive.keeping.ofOrganisation(lived)).as("somebody is kept").isEmpty();
        assertThat(isThere(left)).as("on the last day").isTrue();
        archive.sweepOn(ALONE.plusMonths(24).plusDays(1));

        assertThat(isThere(left)).isFalse();
        assertThat(archive.count("register.change", "organisation_id = '%s'".formatted(left)))
                .isZero();
        assertThat(evidence.about(left.value())).extracting(Evidence.Line::act).contains("organisation-expired");
        assertThat(isThere(lived)).isTrue();
        assertThat(archive.isThere(boris)).isTrue();
    }

    @Test
    @Policy("T16")
    void what_is_written_about_it_or_named_with_a_person_keeps_it() {
        var noted = firm("Muistettu Oy", "ada@muistettu.example");
        archive.sweepOn(ALONE);
        note(noted, LocalDate.of(2027, 8, 31));
        PersonId chen = archive.met("Chen Former", "chen@elsewhere.example", LocalDate.of(2029, 1, 1));
        var named = firm("Mainittu Oy", "ada@mainittu.example");
        archive.sweepOn(ALONE.plusDays(1));
        archive.run("""
                insert into register.note (note_id, person_id, standing, organisation_id, kind, text, at, written_by_name, created_at)
                select gen_random_uuid(), '%s', p.standing, '%s', 'note', 'worked there', '2024-05-02', 'Liisa Aalto', '2024-05-02'
                  from register.person p where p.person_id = '%s'""".formatted(chen, named, chen));

        archive.sweepOn(LocalDate.of(2029, 8, 31));
        assertThat(isThere(noted)).isTrue();
        archive.sweepOn(LocalDate.of(2029, 9, 1));

        assertThat(isThere(noted)).isFalse();
        assertThat(archive.count("register.note", "text = 'moves to Tampere'")).isZero();
        assertThat(isThere(named)).isTrue();
    }

    @Test
    @Policy("T17")
    void an_open_row_keeps_it_and_its_end_counts() {
        var banning = firm("Kieltävä Oy", "ada@kieltava.example");
        archive.run("""
                insert into register.organisation_ban (organisation_ban_id, organisation_id, domain, since_at, reason, asked_by, made_by_name)
                values (gen_random_uuid(), '%s', 'kieltava.example', '2024-06-01', 'asked', 'their office', 'Liisa Aalto')""".formatted(banning));
        archive.sweepOn(ALONE);
        archive.sweepOn(LocalDate.of(2040, 1, 1));
        assertThat(isThere(banning)).isTrue();

        archive.run(
                "update register.organisation_ban set lifted_at = '2040-02-29T10:00:00Z' where organisation_id = '%s'"
                        .formatted(banning));
        archive.sweepOn(LocalDate.of(2042, 2, 28));
        assertThat(isThere(banning)).isTrue();
        archive.sweepOn(LocalDate.of(2042, 3, 1));
        assertThat(isThere(banning)).isFalse();
    }

    @Test
    @Policy({"T9", "T17"})
    void a_hold_on_it_or_on_a_category_of_its_rows_keeps_it_to_its_last_day() {
        var held = firm("Pidetty Oy", "ada@pidetty.example");
        var noted = firm("Kirjattu Oy", "ada@kirjattu.example");
        note(noted, SPRING);
        archive.sweepOn(ALONE);
        archive.clock.turnTo(ALONE);
        var claim = archive.holds.hold(Hold.Target.of(held), "claim 9", LocalDate.of(2030, 1, 31), Archive.LIISA);
        archive.holds.hold(
                Hold.Target.ofCategory("relationship-notes"), "audit", LocalDate.of(2029, 1, 31), Archive.LIISA);

        archive.sweepOn(LocalDate.of(2029, 1, 31));
        assertThat(isThere(held)).isTrue();
        assertThat(isThere(noted)).isTrue();
        archive.sweepOn(LocalDate.of(2029, 2, 1));
        assertThat(isThere(held)).isTrue();
        assertThat(isThere(noted)).isFalse();

        archive.holds.lift(claim.id(), Archive.LIISA);
        archive.sweepOn(LocalDate.of(2029, 2, 2));
        assertThat(isThere(held)).isFalse();
    }

    @Test
    @Policy("T16")
    void what_was_merged_into_it_goes_with_it() {
        var whole = firm("Kokonainen Oy", "ada@kokonainen.example");
        var part = archive.organisation("Osa Oy", SPRING);
        archive.run("update register.organisation set merged_into = '%s' where organisation_id = '%s'"
                .formatted(whole, part));
        archive.sweepOn(ALONE);

        archive.sweepOn(ALONE.plusMonths(24).plusDays(1));
        assertThat(isThere(whole)).isFalse();
        assertThat(isThere(part)).isFalse();
    }

    @Test
    @Policy("T14")
    void the_preview_counts_organisations_too() {
        firm("Ennuste Oy", "ada@ennuste.example");
        archive.sweepOn(ALONE);
        archive.clock.turnTo(LocalDate.of(2028, 1, 15));

        assertThat(forecast.preview().lines())
                .filteredOn(line -> line.category().equals("organisations"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.unit()).isEqualTo(Forecast.Unit.ORGANISATIONS);
                    assertThat(line.months()).containsKey(YearMonth.of(2028, 5));
                });
    }
}
