package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.retention.Hold;
import fi.seloste.retention.HoldDesk;
import fi.seloste.retention.NightlySweep;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Office.class)
class HeldTest {

    @Autowired
    Office office;

    @Autowired
    HoldDesk holds;

    @Autowired
    NightlySweep retention;

    @Test
    @Policy("T13")
    void an_open_request_keeps_its_person_until_it_is_closed() {
        var ada = office.person("Ada Asking", "asking@jokivoima.example");
        office.person("Boris Silent", "silent@jokivoima.example");
        office.clock.turnTo(LocalDate.of(2028, 12, 1));
        var request = office.receive(Right.ACCESS, "asking@jokivoima.example");

        retention.run();
        assertThat(office.count("register.person", "person_id = '%s'".formatted(ada)))
                .isOne();
        assertThat(office.count("register.person", "name = 'Boris Silent'")).isZero();

        office.rights.withdraw(request.id(), Office.SIRPA);
        office.clock.turnTo(LocalDate.of(2028, 12, 2));
        retention.run();
        assertThat(office.count("register.person", "person_id = '%s'".formatted(ada)))
                .isZero();
    }

    @Test
    @Policy("T15")
    void a_held_person_is_not_erased_at_a_request_before_the_duty_is_lifted() {
        var ada = office.person("Ada Held", "held@jokivoima.example");
        var hold = holds.hold(Hold.Target.of(ada), "claim 7", LocalDate.of(2027, 1, 31), Office.SIRPA);
        var request = office.receive(Right.ERASURE, "held@jokivoima.example");
        office.attest(request.id());

        assertThatThrownBy(() -> office.rights.fulfil(request.id(), Office.SIRPA))
                .hasMessageContaining("rights.erasure.held");
        assertThat(office.count("register.person", "person_id = '%s'".formatted(ada)))
                .isOne();

        holds.lift(hold.id(), Office.SIRPA);
        office.rights.fulfil(request.id(), Office.SIRPA);
        assertThat(office.count("register.person", "person_id = '%s'".formatted(ada)))
                .isZero();
    }
}
