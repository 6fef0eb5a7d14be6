package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Office.class)
class DeskTest {

    @Autowired
    Office office;

    @Autowired
    Lifting lifting;

    @Autowired
    Reconciliation reconciliation;

    @Test
    @Policy({"R2", "R3"})
    void a_request_received_on_31_January_2026_is_due_on_2_March_and_says_why() {
        var request = office.receive(Right.ACCESS, "due@jokivoima.example", LocalDate.of(2026, 1, 31));
        var deadline = request.deadline(LocalDate.of(2026, 1, 31));
        assertThat(deadline.due()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(request.extendedDeadline(LocalDate.of(2026, 1, 31)).due()).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(String.join(" ", deadline.explanationIn(Locale.ENGLISH))).contains("12(3)", "1182/71");
        assertThat(request.isLate(Office.TODAY)).isTrue();
    }

    @Test
    void after_the_ten_thousandth_request_of_a_year_numbers_go_on() {
        office.receive(Right.ACCESS, "first.number@jokivoima.example");
        office.run("update rights.number_series set last_number = 9998 where year = 2026");
        var numbers = java.util.stream.Stream.of("a", "b", "c")
                .map(one -> office.receive(Right.ACCESS, one + ".number@jokivoima.example")
                        .number())
                .toList();
        assertThat(numbers).containsExactly("2026-9999", "2026-10000", "2026-10001");
    }

    @Test
    @Policy("R2")
    void a_request_from_the_future_is_refused() {
        assertThatThrownBy(() -> office.receive(Right.ACCESS, "future@jokivoima.example", Office.TODAY.plusDays(1)))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("receivedOn"));
        assertThat(office.receive(Right.ACCESS, "past@jokivoima.example", LocalDate.of(2019, 3, 1))
                        .state())
                .isEqualTo(Request.State.RECEIVED);
    }

    @Test
    @Policy("R4")
    void the_person_is_told_of_an_extension_within_the_first_month_or_not_at_all() {
        var request = office.receive(Right.ACCESS, "extend@jokivoima.example", LocalDate.of(2026, 11, 3));
        var extended = office.rights.extend(request.id(), "many records on paper", Office.SIRPA);
        assertThat(extended.deadline(Office.TODAY).due()).isEqualTo(LocalDate.of(2027, 2, 3));
        assertThat(office.lettersTo("extend@jokivoima.example").getFirst().body())
                .contains("many records on paper", "3 February 2027");
        assertThatThrownBy(() -> office.rights.extend(request.id(), "again", Office.SIRPA))
                .hasMessageContaining("rights.extension.already");

        var late = office.receive(Right.ACCESS, "toolate@jokivoima.example", LocalDate.of(2026, 10, 20));
        assertThatThrownBy(() -> office.rights.extend(late.id(), "too late", Office.SIRPA))
                .hasMessageContaining("rights.extension.late");
    }

    @Test
    @Policy("R5")
    void the_clock_stands_while_the_person_is_asked() {
        var request = office.receive(Right.ACCESS, "asked@jokivoima.example", LocalDate.of(2026, 11, 20));
        office.rights.suspend(request.id(), "Which Ada are you?", false, Office.SIRPA);
        office.clock.turnTo(LocalDate.of(2026, 11, 30));
        var resumed = office.rights.resume(request.id(), Office.SIRPA);
        assertThat(resumed.deadline(LocalDate.of(2026, 11, 30)).due()).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    @Policy("R29")
    void a_refusal_names_its_ground_authority_and_court() {
        var request = office.receive(Right.ERASURE, "refuse@jokivoima.example");
        assertThatThrownBy(() -> office.rights.refuse(request.id(), "accurate", null, Office.SIRPA))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("ground"));

        office.rights.refuse(request.id(), "legal-claims", "The dispute is before the court.", Office.SIRPA);

        assertThat(office.lettersTo("refuse@jokivoima.example").getFirst().body())
                .contains("17(3)(e)", "go to court", "Data Protection Ombudsman", "The dispute is before the court.");
        assertThatThrownBy(() -> office.rights.fulfil(request.id(), Office.SIRPA))
                .hasMessageContaining("rights.request.ended");
        assertThat(RefusalGround.against(Right.MARKETING_BAN)).isEmpty();
    }

    @Test
    @Policy("T23")
    void who_is_kept_for_claims_only_stays_hidden_when_a_restriction_is_lifted() {
        var ada = office.person("Ada Withheld", "ada.withheld@jokivoima.example");
        var request = office.done(Right.RESTRICTION, "ada.withheld@jokivoima.example");
        office.run("""
                insert into retention.withheld (withheld_id, person_id, since_at)
                values (gen_random_uuid(), '%s', '2026-11-23')""".formatted(ada));

        lifting.lift(request.id(), "the accuracy was looked into", Office.SIRPA);

        assertThat(office.sees(Purpose.CUSTOMER, ada)).isFalse();
        assertThat(office.sees(Purpose.CLAIMS, ada)).isTrue();
    }

    @Test
    @Policy("R31")
    void a_restricted_person_is_seen_by_rights_and_claims_alone_until_it_is_lifted() {
        var chen = office.person("Chen Li", "chen@jokivoima.example");
        assertThat(office.sees(Purpose.CUSTOMER, chen)).isTrue();
        var request = office.done(Right.RESTRICTION, "chen@jokivoima.example");

        assertThat(office.sees(Purpose.CUSTOMER, chen)).isFalse();
        assertThat(office.sees(Purpose.MARKETING, chen)).isFalse();
        assertThat(office.sees(Purpose.CLAIMS, chen)).isTrue();

        lifting.lift(request.id(), "the accuracy was looked into", Office.SIRPA);
        assertThat(office.sees(Purpose.CUSTOMER, chen)).isTrue();
        assertThat(office.lettersTo("chen@jokivoima.example").getFirst().body())
                .contains("no longer restricted", "the accuracy was looked into");
        assertThatThrownBy(() -> lifting.lift(request.id(), "again", Office.SIRPA))
                .hasMessageContaining("rights.restriction.none");
    }

    @Test
    @Policy("R30")
    void what_a_right_would_not_do_is_refused_with_a_sentence() {
        office.person("Ada Wrong", "wrong@jokivoima.example");
        var rectification = office.receive(Right.RECTIFICATION, "wrong@jokivoima.example");
        office.attest(rectification.id());
        assertThatThrownBy(() -> office.rights.fulfil(rectification.id(), Office.SIRPA))
                .hasMessageContaining("rights.rectification.nothing");
        var withdrawal = office.receive(Right.WITHDRAWAL, "wrong@jokivoima.example");
        office.attest(withdrawal.id());
        assertThatThrownBy(() -> office.rights.fulfil(withdrawal.id(), Office.SIRPA))
                .hasMessageContaining("rights.withdrawal.nothing");
    }

    @Test
    @Policy({"R18", "R27"})
    void an_objection_stops_use_and_marketing_and_nothing_is_left_to_reconcile() {
        var boris = office.person("Boris Objecting", "objecting@jokivoima.example");
        var closed = office.done(Right.OBJECTION, "objecting@jokivoima.example");
        assertThat(closed.state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.sees(Purpose.CUSTOMER, boris)).isFalse();
        assertThat(office.sees(Purpose.MARKETING, boris)).isFalse();
        assertThat(reconciliation.findings()).isEmpty();
    }

    @Test
    @Policy("R20")
    void an_erasure_waits_until_the_copy_that_was_asked_for_is_answered() {
        office.person("Ada Both", "both@jokivoima.example");
        var access = office.receive(Right.ACCESS, "both@jokivoima.example");
        office.attest(access.id());
        var erasure = office.receive(Right.ERASURE, "both@jokivoima.example");
        office.attest(erasure.id());
        assertThatThrownBy(() -> office.rights.fulfil(erasure.id(), Office.SIRPA))
                .hasMessageContaining("rights.erasure.waiting")
                .hasMessageContaining(access.number());
    }

    @Test
    @Policy("R21")
    void an_identifier_found_elsewhere_keeps_the_request_open_until_it_is_mended() {
        office.person("Ada Mentioned", "mentioned@jokivoima.example");
        var boris = office.person("Boris Noting", "noting@jokivoima.example");
        office.run("""
                insert into register.note (note_id, person_id, standing, kind, text, at, written_by_name, created_at)
                select gen_random_uuid(), person_id, standing, 'note', 'ask mentioned@jokivoima.example', created_at, 'x', created_at
                  from register.person where person_id = '%s'""".formatted(boris));
        var partly = office.done(Right.ERASURE, "mentioned@jokivoima.example");
        assertThat(partly.state()).isEqualTo(Request.State.ANSWERED_PARTLY);
        assertThat(office.answers.certificate(partly.id()).get("scan").toString())
                .contains("register.note");

        office.run("update register.note set text = 'ask her' where text like 'ask mentioned%'");
        office.run("delete from store.letter where recipient = 'mentioned@jokivoima.example'");
        assertThat(office.rights.fulfil(partly.id(), Office.SIRPA).state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.count("rights.certificate", "request_id = '%s'".formatted(partly.id())))
                .isOne();
    }

    @Test
    @Policy("R32")
    void a_recipient_that_failed_keeps_the_request_open() {
        var ada = office.person("Ada Held", "held@jokivoima.example");
        assertThat(ada).isNotNull();
        var request = office.receive(Right.ACCESS, "held@jokivoima.example");
        office.attest(request.id());
        office.run("""
                insert into rights.recipient_task (task_id, request_id, recipient, state, made_at)
                values (gen_random_uuid(), '%s', 'docue', 'open', '2026-11-23')""".formatted(request.id()));
        var partly = office.rights.fulfil(request.id(), Office.SIRPA);
        assertThat(partly.state()).isEqualTo(Request.State.ANSWERED_PARTLY);
        assertThat(office.answers.isReady(request.id())).isTrue();

        var task = office.answers.tasks(request.id()).getFirst().taskId();
        office.answers.taskDone(request.id(), task, "failed", "no answer", Office.SIRPA);
        assertThat(office.rights.get(request.id()).state()).isEqualTo(Request.State.ANSWERED_PARTLY);
        office.answers.taskDone(request.id(), task, "done", "their letter of today", Office.SIRPA);
        assertThat(office.rights.get(request.id()).state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.answers.isReady(request.id())).isTrue();
    }

    @Test
    @Policy("R6")
    void a_code_goes_to_the_address_on_file_and_proves_by_the_api_too() {
        var ada = office.person("Ada Filed", "filed@jokivoima.example");
        var request = office.receive(Right.ACCESS, "somebody@elsewhere.example");
        office.identity.confirm(request.id(), new Identity.Said("code", null, ada), Office.SIRPA);
        var code = office.found("filed@jokivoima.example", "\n    (\\d{6})\n");
        assertThat(office.lettersTo("somebody@elsewhere.example"))
                .noneMatch(l -> l.body().contains(code));
        var wrong = code.equals("111111") ? "222222" : "111111";
        assertThatThrownBy(() ->
                        office.identity.confirm(request.id(), new Identity.Said("code", wrong, null), Office.SIRPA))
                .hasMessageContaining("rights.code.wrong");
        var proved = office.identity.confirm(request.id(), new Identity.Said("code", code, null), Office.SIRPA);
        assertThat(proved.state()).isEqualTo(Request.State.REVIEW);
        assertThat(proved.asker().person()).isEqualTo(ada);
    }
}
