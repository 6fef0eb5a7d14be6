package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.datamap.Scan;
import fi.seloste.datamap.Walk;
import fi.seloste.register.Source;
import fi.seloste.suppression.Suppression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Office.class)
class RightsErasureTest {

    @Autowired
    Office office;

    @Autowired
    Walk walk;

    @Autowired
    Scan scan;

    @Autowired
    Suppression suppression;

    @Autowired
    Sweep sweep;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Journal journal;

    @AfterEach
    void nothing_stops_a_step_any_more() {
        office.run("drop trigger if exists stop on rights.step");
    }

    @Test
    @Policy({"R20", "R21", "R22"})
    void an_erased_person_is_gone_from_every_place_and_the_neighbour_lost_nothing() {
        var ada = office.person("Ada Koskinen", "ada@jokivoima.example");
        var boris = office.person("Boris Lindqvist", "boris@jokivoima.example");
        var access = office.done(Right.ACCESS, "ada@jokivoima.example");
        assertThat(office.answers.isReady(access.id())).isTrue();
        assertThat(scan.forIdentifiers(List.of("ada@jokivoima.example"))).isNotEmpty();
        var neighbour = counts(boris);

        var request = office.receive(Right.ERASURE, "ada@jokivoima.example");
        office.attest(request.id());
        var plan = office.answers.plan(request.id(), java.util.Locale.ENGLISH);
        var closed = office.rights.fulfil(request.id(), Office.SIRPA);

        assertThat(plan)
                .anyMatch(i -> i.table().equals("register.person")
                        && i.rows() == 1
                        && i.action().equals("delete"));
        assertThat(closed.state()).isEqualTo(Request.State.CLOSED);
        assertThat(closed.asker().email()).isNull();
        assertThat(office.count("register.person", "person_id = '%s'".formatted(ada)))
                .isZero();
        assertThat(scan.forIdentifiers(List.of("ada@jokivoima.example")))
                .extracting(Scan.Hit::table)
                .containsOnly("store.letter");
        assertThat(office.answers.isReady(access.id())).isFalse();
        assertThat(counts(boris)).isEqualTo(neighbour);
        var certificate = office.answers.certificate(request.id());
        assertThat(certificate).containsKeys("stores", "scan", "keyVersion", "codeVersion", "recollectionForbidden");
        assertThat(certificate.toString()).doesNotContain("ada@jokivoima", "Koskinen");
    }

    @Test
    @Policy("R21")
    void what_the_second_search_finds_opens_the_request_again() {
        office.person("Ada Later", "later@jokivoima.example");
        var boris = office.person("Boris Later", "boris.later@jokivoima.example");
        var closed = office.done(Right.ERASURE, "later@jokivoima.example");
        assertThat(closed.state()).isEqualTo(Request.State.CLOSED);
        office.run("""
                insert into register.note (note_id, person_id, standing, kind, text, at, written_by_name, created_at)
                select gen_random_uuid(), person_id, standing, 'note', 'ask Later@jokivoima.example', created_at, 'x', created_at
                  from register.person where person_id = '%s'""".formatted(boris));
        office.run("update store.letter set sent_at = queued_at where recipient = 'later@jokivoima.example'");
        office.clock.advance(Duration.ofHours(13));

        sweep.run();
        assertThat(office.rights.get(closed.id()).state()).isEqualTo(Request.State.ANSWERED_PARTLY);
        assertThat(office.answers.certificate(closed.id()).get("scan").toString())
                .contains("register.note");

        office.run("update register.note set text = 'ask her' where text like 'ask Later%'");
        assertThat(office.rights.fulfil(closed.id(), Office.SIRPA).state()).isEqualTo(Request.State.CLOSED);
        sweep.run();
        assertThat(office.count("rights.erasure", "sealed is not null and request_id = '%s'".formatted(closed.id())))
                .isZero();
    }

    @Test
    @Policy("R25")
    void two_at_the_same_step_do_it_once_and_neither_fails() throws Exception {
        for (var right : List.of(Right.ACCESS, Right.ERASURE)) {
            var email = "two." + right.code() + "@jokivoima.example";
            office.person("Ada Two", email);
            var request = office.receive(right, email);
            office.attest(request.id());
            office.run("""
                    create or replace function rights.dawdle() returns trigger language plpgsql as
                    $$ begin perform pg_sleep(0.7); return new; end $$""");
            office.run("""
                    create trigger stop before insert on rights.step
                       for each row when (new.name = 'act') execute function rights.dawdle()""");

            var other = CompletableFuture.supplyAsync(() -> office.rights.fulfil(request.id(), Office.SIRPA));
            Thread.sleep(300);
            office.work();

            assertThat(other.get(20, TimeUnit.SECONDS).state()).isEqualTo(Request.State.CLOSED);
            assertThat(office.count("rights.step", "name = 'act' and request_id = '%s'".formatted(request.id())))
                    .isOne();
            office.run("drop trigger stop on rights.step");
            office.run("drop function rights.dawdle()");
        }
    }

    @Test
    @Policy("R23")
    void the_last_letter_and_the_identifiers_go_after_the_second_scan() {
        office.person("Ada Last", "last@jokivoima.example");
        var request = office.done(Right.ERASURE, "last@jokivoima.example");
        assertThat(office.lettersTo("last@jokivoima.example")).hasSize(1);
        assertThat(office.count("rights.erasure", "sealed is not null and request_id = '%s'".formatted(request.id())))
                .isOne();

        office.run("update store.letter set sent_at = queued_at where recipient = 'last@jokivoima.example'");
        office.clock.advance(Duration.ofHours(13));
        sweep.run();

        assertThat(scan.forIdentifiers(List.of("last@jokivoima.example"))).isEmpty();
        assertThat(office.count("rights.erasure", "sealed is not null and request_id = '%s'".formatted(request.id())))
                .isZero();
        assertThat(office.answers.certificate(request.id()).get("secondScan").toString())
                .contains("hits=0");
    }

    @Test
    @Policy("R24")
    void an_erased_person_is_not_collected_again_from_public_sources() {
        office.person("Ada Again", "again@jokivoima.example");
        office.done(Right.ERASURE, "again@jokivoima.example");

        assertThatThrownBy(() -> office.person("Ada Again", "Again@jokivoima.example", Source.PUBLIC_WEB))
                .isInstanceOf(Problem.class);
        assertThat(office.count("register.contact_point", "value ilike 'again@%'"))
                .isZero();
        assertThat(office.purposes.as(
                        fi.seloste.store.Purpose.RIGHTS,
                        () -> suppression.check("again@jokivoima.example").recollection()))
                .isTrue();
    }

    @Test
    @Policy("R25")
    void killed_at_any_step_it_resumes_to_one_certificate() {
        for (var step : List.of("collect", "journal", "act", "scan", "answer", "close")) {
            var email = step + "@jokivoima.example";
            var person = office.person("Ada " + step, email);
            var request = office.receive(Right.ERASURE, email);
            stopAt(step);
            assertThatThrownBy(() -> {
                        office.attest(request.id());
                        office.rights.fulfil(request.id(), Office.SIRPA);
                    })
                    .as(step)
                    .hasMessageContaining("killed");

            office.run("drop trigger stop on rights.step");
            if (step.equals("collect")) {
                office.rights.fulfil(request.id(), Office.SIRPA);
            }
            office.work();

            assertThat(office.rights.get(request.id()).state()).as(step).isEqualTo(Request.State.CLOSED);
            assertThat(office.count("rights.certificate", "request_id = '%s'".formatted(request.id())))
                    .isOne();
            assertThat(lines(journal).stream().filter(l -> l.request().equals(request.id())))
                    .hasSize(1);
            assertThat(office.lettersTo(email)).as(step).hasSize(1);
            assertThat(office.count("register.person", "person_id = '%s'".formatted(person)))
                    .isZero();
        }
    }

    @Test
    @Policy("R27")
    void a_restored_database_does_again_what_the_journal_says() {
        var ada = office.person("Ada Restored", "restored@jokivoima.example");
        office.run("create table public.kept as select * from register.person where person_id = '%s'".formatted(ada));
        office.run("create table public.points as select * from register.contact_point where person_id = '%s'"
                .formatted(ada));
        var request = office.done(Right.ERASURE, "restored@jokivoima.example");

        // The backup was made before the request came.
        for (var table : List.of("step", "erasure", "certificate", "recipient_task", "candidate", "journal_line")) {
            office.run("delete from rights.%s where request_id = '%s'".formatted(table, request.id()));
        }
        office.run("delete from rights.request where request_id = '%s'".formatted(request.id()));
        office.run("delete from suppression.entry where request_id = '%s'".formatted(request.id()));
        office.run("insert into register.person select * from public.kept");
        office.run("insert into register.contact_point select * from public.points");
        office.run("drop table public.kept, public.points");
        assertThat(office.count("register.person", "person_id = '%s'".formatted(ada)))
                .isOne();

        reconciliation.reconcile();

        assertThat(office.count("register.person", "person_id = '%s'".formatted(ada)))
                .isZero();
        assertThat(office.count("rights.certificate", "request_id = '%s'".formatted(request.id())))
                .isOne();
        assertThatThrownBy(() -> office.person("Ada Restored", "restored@jokivoima.example", Source.PUBLIC_WEB))
                .isInstanceOf(Problem.class);
        assertThat(reconciliation.reconcile()).isZero();
    }

    private void stopAt(String step) {
        office.run("""
                create or replace function public.killed() returns trigger language plpgsql as
                $$ begin raise exception 'killed at %', new.name; end $$""");
        office.run(
                "create trigger stop before insert on rights.step for each row when (new.name = '%s') execute function public.killed()"
                        .formatted(step));
    }

    private Map<String, Long> counts(PersonId person) {
        return walk.sections(person).stream()
                .collect(Collectors.toMap(s -> s.table().qualified(), Walk.Section::rows));
    }

    private static List<Journal.Line> lines(Journal journal) {
        var lines = new ArrayList<Journal.Line>();
        journal.each(lines::add);
        return lines;
    }
}
