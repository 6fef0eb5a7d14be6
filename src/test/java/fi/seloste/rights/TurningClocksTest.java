package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Clocks are set back and ahead, by a machine that woke up or by summer time, while a request waits. */
@DatabaseTest
@Import(Office.class)
class TurningClocksTest {

    @Autowired
    Office office;

    @Autowired
    Asking asking;

    @Test
    @Policy("R7")
    void the_newer_code_counts_though_the_clock_was_set_back_in_between() {
        office.person("Ada Back", "back@jokivoima.example");
        var link = asking.ask(new Asking.Ask(Right.ACCESS, "back@jokivoima.example", null, null, "en"), () -> {});
        office.work();
        var first = office.found("back@jokivoima.example", "\n    (\\d{6})\n");
        var id = office.rights.list(null, null, 1).getFirst().id();

        office.clock.advance(Duration.ofHours(-1));
        office.identity.confirm(id, new Identity.Said("code", null, null), Office.SIRPA);
        var second = office.found("back@jokivoima.example", "\n    (\\d{6})\n");

        assertThat(second).isNotEqualTo(first);
        assertThat(asking.giveCode(link, first).answer()).isEqualTo("wrong");
        assertThat(asking.giveCode(link, second).answer()).isEqualTo("right");
        assertThat(asking.giveCode(link, second).answer()).isEqualTo("expired");
    }

    @Test
    @Policy({"R2", "R7"})
    void when_summer_time_ends_a_quarter_of_an_hour_is_one_and_the_day_is_that_of_the_place() {
        // Ten to four in Helsinki; ten minutes later it is three again.
        office.clock.turnTo(Instant.parse("2026-10-25T00:50:00Z"));
        office.person("Ada Autumn", "autumn@jokivoima.example");
        var link = asking.ask(new Asking.Ask(Right.ACCESS, "autumn@jokivoima.example", null, null, "en"), () -> {});
        office.work();
        var code = office.found("autumn@jokivoima.example", "\n    (\\d{6})\n");

        office.clock.turnTo(Instant.parse("2026-10-25T01:04:00Z"));
        assertThat(asking.giveCode(link, code).answer()).isEqualTo("right");
        var request = office.rights.list(null, null, 1).getFirst();
        assertThat(request.course().received().on()).isEqualTo(LocalDate.of(2026, 10, 25));
        assertThat(due(request.id(), LocalDate.of(2026, 10, 25))).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    @Policy({"R2", "R5"})
    void a_question_that_stands_over_the_change_of_time_stops_the_clock_for_whole_days() {
        office.clock.turnTo(Instant.parse("2026-10-23T20:59:00Z")); // the last minute of Friday in Helsinki
        office.person("Ada Waiting", "waiting@jokivoima.example");
        var request = office.receive(Right.ACCESS, "waiting@jokivoima.example");
        assertThat(request.course().received().on()).isEqualTo(LocalDate.of(2026, 10, 23));
        office.rights.suspend(request.id(), "which of two firms?", false, Office.SIRPA);

        office.clock.turnTo(Instant.parse("2026-10-25T22:30:00Z")); // half past midnight on Monday
        office.rights.resume(request.id(), Office.SIRPA);

        var suspension = office.rights.get(request.id()).course().suspensions().getFirst();
        assertThat(suspension.askedOn()).isEqualTo(LocalDate.of(2026, 10, 23));
        assertThat(suspension.answeredOn()).isEqualTo(LocalDate.of(2026, 10, 26));
    }

    @Test
    @Policy({"R2", "R25"})
    void set_back_by_a_day_nothing_is_due_otherwise_and_the_request_goes_on() {
        office.person("Ada Yesterday", "yesterday@jokivoima.example");
        var request = office.receive(Right.ACCESS, "yesterday@jokivoima.example");
        office.rights.suspend(request.id(), "which of two firms?", false, Office.SIRPA);
        var before = due(request.id(), LocalDate.of(2026, 11, 23));

        office.clock.advance(Duration.ofDays(-1));
        office.rights.resume(request.id(), Office.SIRPA);
        assertThat(due(request.id(), LocalDate.of(2026, 11, 23))).isEqualTo(before);
        office.attest(request.id());
        assertThat(office.rights.fulfil(request.id(), Office.SIRPA).state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.answers.isReady(request.id())).isTrue();
    }

    @Test
    @Policy({"R4", "R25"})
    void set_ahead_by_two_months_it_is_late_cannot_be_extended_and_is_answered_all_the_same() {
        office.person("Ada Ahead", "ahead@jokivoima.example");
        var request = office.receive(Right.ACCESS, "ahead@jokivoima.example");
        office.attest(request.id());

        office.clock.advance(Duration.ofDays(60));
        assertThat(office.rights.get(request.id()).isLate(LocalDate.of(2027, 1, 22)))
                .isTrue();
        assertThatThrownBy(() -> office.rights.extend(request.id(), "much to look through", Office.SIRPA))
                .hasMessageContaining("rights.extension.late");
        assertThat(office.rights.fulfil(request.id(), Office.SIRPA).state()).isEqualTo(Request.State.CLOSED);
    }

    private LocalDate due(RequestId id, LocalDate today) {
        return office.rights.get(id).deadline(today).due();
    }
}
