package fi.seloste.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.datamap.Scan;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Note;
import fi.seloste.register.Party;
import fi.seloste.staff.Leaving;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Archive.class)
class StaffEndsTest {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    Archive archive;

    @Autowired
    Staff staff;

    @Autowired
    Leaving leaving;

    @Autowired
    Scan scan;

    @Autowired
    Evidence evidence;

    @BeforeEach
    void nights_of_its_own() {
        archive.run("delete from retention.removed");
        archive.run("delete from retention.run");
    }

    private AccountId colleague(String name, String email) {
        return staff.make(new Staff.Newcomer(name, email, "en", "Europe/Helsinki"), Role.MARKETER.permissions(), TEST);
    }

    private void writes(AccountId who, String text) {
        var ada = archive.met("Ada " + text, text + "@jokivoima.example", LocalDate.of(2027, 6, 1));
        archive.purposes.as(
                Purpose.CUSTOMER,
                () -> archive.notebook.write(
                        Party.of(ada),
                        Note.New.of(Note.Kind.NOTE, text),
                        Actor.staff(who, staff.account(who).name())));
    }

    @Test
    @Policy("T19")
    void who_left_is_named_until_the_last_day_and_then_nowhere_while_what_they_did_stays() {
        archive.clock.turnTo(LocalDate.of(2026, 6, 1));
        var lasse = colleague("Lasse Lahtinen", "lasse@halytin.example");
        var venla = colleague("Venla Harju", "venla.harju@halytin.example");
        writes(lasse, "lassen");
        writes(venla, "venlan");
        archive.clock.turnTo(LocalDate.of(2027, 6, 1));
        staff.disable(lasse, TEST);
        var last = leaving.namedUntil(staff.account(lasse)).orElseThrow();
        assertThat(last).isEqualTo(LocalDate.of(2029, 6, 1));
        assertThat(leaving.namedUntil(staff.account(venla))).isEmpty();

        archive.sweepOn(last);
        assertThat(staff.account(lasse).name()).isEqualTo("Lasse Lahtinen");
        assertThat(scan.forIdentifiers(List.of("lasse@halytin.example", "Lasse Lahtinen")))
                .isNotEmpty();
        archive.sweepOn(last.plusDays(1));

        var pseudonym = "#" + lasse.toString().substring(28);
        assertThat(staff.account(lasse).name()).isEqualTo(pseudonym);
        assertThat(staff.account(lasse).isForgotten()).isTrue();
        assertThat(scan.forIdentifiers(List.of("lasse@halytin.example", "Lasse Lahtinen", "Lahtinen")))
                .isEmpty();
        assertThat(archive.count("staff.permission", "account_id = '%s'".formatted(lasse)))
                .isZero();
        assertThat(archive.count("evidence.entry", "act = 'account-disabled' and object_id = '%s'".formatted(lasse)))
                .isOne();
        assertThat(staff.account(venla).name()).isEqualTo("Venla Harju");
        assertThat(staff.permissions(venla).held()).isNotEmpty();
    }

    @Test
    @Policy("T19")
    void the_notes_of_who_left_stay_under_the_pseudonym() {
        archive.clock.turnTo(LocalDate.of(2026, 6, 1));
        var milla = colleague("Milla Poistunut", "milla.p@halytin.example");
        writes(milla, "millan");
        archive.clock.turnTo(LocalDate.of(2026, 6, 2));
        staff.disable(milla, TEST);

        archive.sweepOn(LocalDate.of(2028, 6, 3));

        assertThat(archive.count(
                        "register.note",
                        "text = 'millan' and written_by = '%s' and written_by_name = '#%s'"
                                .formatted(milla, milla.toString().substring(28))))
                .isOne();
        assertThat(archive.count("register.change", "actor_name = 'Milla Poistunut'"))
                .isZero();
    }

    @Test
    @Policy("T20")
    void a_forgotten_account_is_never_opened_again() {
        archive.clock.turnTo(LocalDate.of(2026, 6, 1));
        var otto = colleague("Otto Lähtenyt", "otto.l@halytin.example");
        staff.disable(otto, TEST);
        staff.enable(otto, TEST);
        assertThat(staff.account(otto).isDisabled()).isFalse();
        staff.disable(otto, TEST);
        archive.sweepOn(LocalDate.of(2028, 6, 2));

        assertThatThrownBy(() -> staff.enable(otto, TEST)).isInstanceOf(Problem.Conflict.class);
        var again = colleague("Otto Lähtenyt", "otto.l@halytin.example");
        assertThat(staff.account(again).isForgotten()).isFalse();
    }

    @Test
    @Policy("T19")
    void who_works_here_keeps_the_name_however_long() {
        archive.clock.turnTo(LocalDate.of(2026, 6, 1));
        var satu = colleague("Satu Pysyvä", "satu@halytin.example");

        archive.sweepOn(LocalDate.of(2046, 6, 1));
        assertThat(staff.account(satu).name()).isEqualTo("Satu Pysyvä");
    }
}
