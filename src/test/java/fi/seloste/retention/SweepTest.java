package fi.seloste.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.datamap.Scan;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Press;
import fi.seloste.register.Note;
import fi.seloste.register.Source;
import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Archive.class)
class SweepTest {

    @Autowired
    Archive archive;

    @Autowired
    Evidence evidence;

    @Autowired
    Scan scan;

    @Autowired
    Notice notice;

    @Autowired
    Press press;

    @AfterEach
    void the_next_test_has_a_night_of_its_own() {
        archive.run("drop trigger if exists stop on register.person");
        archive.run("delete from retention.hold");
        archive.run("delete from retention.removed");
        archive.run("delete from retention.run");
        archive.run("delete from notice.version");
        notice.lookAgain();
    }

    @Test
    @Policy({"T1", "T2", "T4"})
    void a_person_is_there_on_the_last_day_that_the_page_says_and_gone_on_the_next() {
        var ada = archive.met("Ada Koskinen", "ada@jokivoima.example", LocalDate.of(2024, 5, 2));
        archive.clock.turnTo(LocalDate.of(2024, 8, 31));
        archive.write(ada, Note.Kind.CALL, "asked for a price");
        var boris = archive.met("Boris Lindqvist", "boris@jokivoima.example", LocalDate.of(2025, 1, 1));
        var last = archive.end(ada);
        assertThat(last).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(scan.forIdentifiers(List.of("ada@jokivoima.example", "Koskinen")))
                .isNotEmpty();

        archive.sweepOn(last);
        assertThat(archive.isThere(ada)).isTrue();
        archive.sweepOn(last.plusDays(1));

        assertThat(archive.count("register.person", "person_id = '%s'".formatted(ada)))
                .isZero();
        assertThat(scan.forIdentifiers(List.of("ada@jokivoima.example", "Koskinen")))
                .isEmpty();
        assertThat(archive.isThere(boris)).isTrue();
        assertThat(evidence.of(ada)).extracting(Evidence.Line::act).contains("retention-removed");
    }

    @Test
    @Policy("T2")
    void a_note_or_a_mail_of_ours_does_not_keep_a_person_and_a_meeting_does() {
        var noted = archive.met("Nora Noted", "nora@jokivoima.example", LocalDate.of(2024, 5, 2));
        var seen = archive.met("Sven Seen", "sven@jokivoima.example", LocalDate.of(2024, 5, 2));
        archive.clock.turnTo(LocalDate.of(2025, 6, 1));
        archive.write(noted, Note.Kind.NOTE, "still silent");
        archive.write(noted, Note.Kind.MAIL, "sent the price list once more");
        archive.write(seen, Note.Kind.MEETING, "at the fair");

        assertThat(archive.end(noted)).isEqualTo(LocalDate.of(2026, 5, 2));
        assertThat(archive.end(seen)).isEqualTo(LocalDate.of(2027, 6, 1));
        archive.sweepOn(LocalDate.of(2026, 5, 3));

        assertThat(archive.isThere(noted)).isFalse();
        assertThat(archive.isThere(seen)).isTrue();
    }

    @Test
    @Policy("T9")
    void a_hold_on_the_person_or_the_organisation_keeps_until_its_last_day() {
        var jokivoima = archive.organisation("Jokivoima Oy");
        var held = archive.met("Helmi Held", "helmi@jokivoima.example", LocalDate.of(2024, 5, 2));
        var at = archive.met(
                "Otto There", "otto@jokivoima.example", LocalDate.of(2024, 5, 2), Source.MET_IN_PERSON, jokivoima);
        archive.clock.turnTo(LocalDate.of(2026, 5, 1));
        archive.holds.hold(Hold.Target.of(held), "claim 12", LocalDate.of(2026, 5, 31), Archive.LIISA);
        var claim = archive.holds.hold(Hold.Target.of(jokivoima), "tender", LocalDate.of(2027, 5, 31), Archive.LIISA);

        archive.sweepOn(LocalDate.of(2026, 5, 3));
        assertThat(archive.isThere(held)).isTrue();
        assertThat(archive.count("retention.run", "stopped = 2")).isOne();
        archive.sweepOn(LocalDate.of(2026, 5, 31));
        assertThat(archive.isThere(held)).isTrue();
        archive.sweepOn(LocalDate.of(2026, 6, 1));
        assertThat(archive.isThere(held)).isFalse();
        assertThat(archive.isThere(at)).isTrue();

        archive.holds.lift(claim.id(), Archive.LIISA);
        archive.sweepOn(LocalDate.of(2026, 6, 2));
        assertThat(archive.isThere(at)).isFalse();
        assertThat(evidence.about(claim.id()))
                .extracting(Evidence.Line::act)
                .containsExactly("hold-made", "hold-lifted");
    }

    @Test
    @Policy("T10")
    void restricted_data_are_stored_however_old() {
        var chen = archive.met("Chen Wei", "chen@jokivoima.example", LocalDate.of(2024, 5, 2));
        archive.run("update register.person set standing = standing | 2 where person_id = '%s'".formatted(chen));

        archive.sweepOn(LocalDate.of(2027, 1, 1));
        assertThat(archive.isThere(chen)).isTrue();

        archive.run("update register.person set standing = standing & ~2 where person_id = '%s'".formatted(chen));
        archive.sweepOn(LocalDate.of(2027, 1, 2));
        assertThat(archive.isThere(chen)).isFalse();
    }

    @Test
    @Policy("T8")
    void rows_that_stay_leave_a_shell_without_values_which_goes_with_the_last_of_them() {
        var ada = archive.met("Ada Shell", "shell@jokivoima.example", LocalDate.of(2024, 5, 2));
        archive.write(ada, Note.Kind.NOTE, "agreed on delivery");
        var duty = archive.holds.hold(
                Hold.Target.ofCategory("relationship-notes"), "tax audit", LocalDate.of(2026, 12, 31), Archive.LIISA);

        archive.sweepOn(LocalDate.of(2026, 5, 3));
        assertThat(archive.count("register.note", "person_id = '%s'".formatted(ada)))
                .isOne();
        assertThat(archive.count(
                        "register.person",
                        "person_id = '%s' and (standing & 8) = 8 and name = '' and search_words = ''".formatted(ada)))
                .isOne();
        assertThat(scan.forIdentifiers(List.of("shell@jokivoima.example"))).isEmpty();

        archive.holds.lift(duty.id(), Archive.LIISA);
        archive.sweepOn(LocalDate.of(2026, 5, 4));
        assertThat(archive.count("register.note", "person_id = '%s'".formatted(ada)))
                .isZero();
        assertThat(archive.count("register.person", "person_id = '%s'".formatted(ada)))
                .isZero();
    }

    @Test
    @Policy("T11")
    void a_sweep_that_is_killed_goes_on_where_it_was_and_removes_everybody_once() {
        archive.clock.turnTo(LocalDate.of(2024, 3, 1));
        archive.run("""
                insert into register.person (person_id, name, sort_name, search_words, source, sourced_on, created_at, changed_at)
                select gen_random_uuid(), 'Old ' || i, 'Old ' || i, ' old ' || i, 'met-in-person', '2024-03-01', '2024-03-01', '2024-03-01'
                  from generate_series(1, 450) i""");
        archive.run("""
                create or replace function register.stop() returns trigger language plpgsql security definer as $$
                begin
                    if (select count(*) from register.person where name like 'Old %') <= 250 then
                        raise exception 'killed';
                    end if;
                    return old;
                end $$""");
        archive.run(
                "create trigger stop before delete on register.person for each row execute function register.stop()");
        archive.clock.turnTo(LocalDate.of(2026, 3, 2));

        assertThatThrownBy(() -> archive.sweep.run()).hasMessageContaining("killed");
        assertThat(archive.count("register.person", "name like 'Old %'")).isEqualTo(250);
        assertThat(archive.count("retention.run", "finished_at is null and people = 200"))
                .isOne();

        archive.run("drop trigger stop on register.person");
        archive.sweep.run();
        assertThat(archive.count("register.person", "name like 'Old %'")).isZero();
        assertThat(archive.count("retention.run", "finished_at is not null and people = 450"))
                .isOne();
        assertThat(archive.count(
                        "evidence.entry",
                        "act = 'retention-removed' and object_id = (select run_id from retention.run)"))
                .isEqualTo(450);
    }

    @Test
    @Policy("T12")
    void whoever_expired_is_not_collected_again_from_public_sources_and_may_come_back() {
        var ada = archive.met("Ada Again", "again@jokivoima.example", LocalDate.of(2024, 5, 2));
        archive.sweepOn(LocalDate.of(2026, 5, 3));
        assertThat(archive.isThere(ada)).isFalse();

        assertThatThrownBy(() -> archive.met(
                        "Ada Again", "Again@jokivoima.example", LocalDate.of(2026, 5, 4), Source.PUBLIC_WEB))
                .isInstanceOf(Problem.class);
        var back = archive.met("Ada Again", "again@jokivoima.example", LocalDate.of(2026, 5, 4), Source.OWN_FORM);
        assertThat(archive.isThere(back)).isTrue();
    }

    @Test
    @Policy({"T6", "N5"})
    void another_period_in_the_notice_in_force_is_another_day_on_the_page_and_in_the_sweep() {
        var ada = archive.met("Ada Half", "half@jokivoima.example", LocalDate.of(2026, 8, 31));
        assertThat(archive.end(ada)).isEqualTo(LocalDate.of(2028, 8, 31));

        publish("period: P24M", "period: P6M");
        assertThat(archive.end(ada)).isEqualTo(LocalDate.of(2027, 2, 28));
        archive.sweepOn(LocalDate.of(2027, 2, 28));
        assertThat(archive.isThere(ada)).isTrue();
        archive.sweepOn(LocalDate.of(2027, 3, 1));
        assertThat(archive.isThere(ada)).isFalse();
    }

    @Test
    void where_no_relationship_is_known_a_rule_that_runs_from_its_end_leaves_the_end_open() {
        var ada = archive.met("Ada Open", "open@jokivoima.example", LocalDate.of(2026, 8, 31));
        publish("anchor: own-act\n      period: P24M", "anchor: relationship-end\n      period: P24M");

        assertThat(archive.keeping.of(archive.get(ada))).isNull();
        archive.sweepOn(LocalDate.of(2040, 1, 1));
        assertThat(archive.isThere(ada)).isTrue();
    }

    private void publish(String before, String after) {
        var text = DeclarationReader.shippedText();
        int at = text.indexOf(before, text.indexOf("  contact-information:\n"));
        assertThat(at).isPositive();
        var changed = text.substring(0, at) + after + text.substring(at + before.length());
        var declaration = DeclarationReader.read("n", changed.getBytes(StandardCharsets.UTF_8))
                .declaration();
        archive.purposes.as(Purpose.OWNER, () -> press.print(changed, declaration, "", Actor.system("test")));
    }

    @Test
    @Policy("T7")
    void rows_with_an_end_of_their_own_go_without_the_person() {
        var ada = archive.met("Ada Letters", "letters@jokivoima.example", LocalDate.of(2026, 1, 15));
        archive.run("""
                insert into store.letter (letter_id, person_id, recipient, subject, body, kind, queued_at, next_at)
                values (gen_random_uuid(), '%s', 'letters@jokivoima.example', 'Old', 'old', 'test', '2024-01-31T10:00:00Z', '2024-01-31T10:00:00Z'),
                       (gen_random_uuid(), '%s', 'letters@jokivoima.example', 'New', 'new', 'test', '2024-02-01T10:00:00Z', '2024-02-01T10:00:00Z')""".formatted(ada, ada));
        archive.run("""
                insert into evidence.consultation (consultation_id, at, actor_kind, purpose, how, subjects)
                values (gen_random_uuid(), '2024-01-31T10:00:00Z', 'staff', 'customer', 'page', array['%s'::uuid])""".formatted(ada));

        archive.sweepOn(LocalDate.of(2026, 1, 31));
        assertThat(archive.count("store.letter", "recipient = 'letters@jokivoima.example'"))
                .isEqualTo(2);
        archive.sweepOn(LocalDate.of(2026, 2, 1));

        assertThat(archive.count("store.letter", "recipient = 'letters@jokivoima.example'"))
                .isOne();
        assertThat(archive.count("store.letter", "subject = 'New'")).isOne();
        assertThat(archive.count("evidence.consultation", "'%s' = any(subjects) and at < '2024-02-01'".formatted(ada)))
                .isZero();
        assertThat(archive.isThere(ada)).isTrue();
    }
}
