package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketingTest
class CapTest {

    private static int firms;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Ruling ruling;

    @Autowired
    Sending sending;

    private OrganisationId firm;

    @BeforeEach
    void two_readers() {
        sink.open();
        set(4, 30);
        firm = readers.firm("Lounatuuli %d Oy".formatted(++firms));
        readers.met(firm, "Ada Tuuli", "ada%d@lounatuuli.example".formatted(firms), "fi");
    }

    @Test
    @Policy("M8")
    void the_house_sets_how_many_in_how_many_days() {
        set(2, 7);
        sent();
        sent();
        var third = readers.campaign(firm);
        assertThat(marketing.look(third).reach().excluded()).containsExactly(new Excluded("frequency", 1));
        assertThat(marketing.look(third).reach().cap()).isEqualTo(new HouseRule.Cap(2, 7));
        assertThatThrownBy(() -> marketing.send(third, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);

        readers.clock.advance(Duration.ofDays(8));
        leave(third);
        assertThat(sink.readers()).hasSize(3);
    }

    @Test
    @Policy("M8")
    void without_a_number_nobody_is_kept_back() {
        set(null, 30);
        for (int i = 0; i < 6; i++) {
            sent();
        }
        assertThat(sink.readers()).hasSize(6);
    }

    @Test
    @Policy("M8")
    void a_lower_number_holds_for_what_is_leaving_and_a_higher_one_too() {
        sent();
        var waiting = readers.campaign(firm);
        marketing.send(waiting, Readers.JENNY);
        set(1, 30);
        sending.run();
        assertThat(sink.readers()).as("frozen before, and asked once more").hasSize(1);
        assertThat(marketing.report(waiting).skipped()).containsExactly(new Excluded("frequency", 1));

        var next = readers.campaign(firm);
        assertThat(marketing.look(next).reach().reached()).isZero();
        set(2, 30);
        leave(next);
        assertThat(sink.readers()).hasSize(2);
    }

    @Test
    void what_cannot_be_a_limit_is_refused_and_so_is_what_somebody_changed_meanwhile() {
        assertThatThrownBy(() -> set(0, 30))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.field()).isEqualTo("most"));
        assertThatThrownBy(() -> set(4, 0))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.field()).isEqualTo("days"));
        assertThatThrownBy(() -> set(4, 367)).isInstanceOf(Problem.Invalid.class);
        var seen = ruling.now().version();
        set(3, 30);
        assertThatThrownBy(() -> ruling.set(new HouseRule(seen, false, new HouseRule.Cap(9, 9)), Readers.JENNY))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(problem.isStale()).isTrue());
        assertThat(ruling.now().cap()).isEqualTo(new HouseRule.Cap(3, 30));
    }

    private void set(@Nullable Integer most, int days) {
        ruling.set(new HouseRule(ruling.now().version(), false, new HouseRule.Cap(most, days)), Actor.system("test"));
    }

    private void sent() {
        leave(readers.campaign(firm));
    }

    private void leave(UUID id) {
        marketing.send(id, Readers.JENNY);
        while (marketing.get(id).state() == Campaign.State.SENDING) {
            sending.run();
        }
    }
}
