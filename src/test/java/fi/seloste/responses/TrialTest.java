package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.responses.Trial.By;
import fi.seloste.responses.Trial.Score;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Instant NOON = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    @Policy("O8")
    void clicks_decide_in_relation_to_how_many_got_it() {
        assertThat(decided(new Score(1, 100, 10, 50), new Score(2, 100, 12, 20)))
                .isEqualTo(new Trial.Decision(NOON, 2, By.CLICKS));
        assertThat(decided(new Score(1, 50, 8, 0), new Score(2, 100, 12, 0)).winner())
                .as("more in relation")
                .isOne();
    }

    @Test
    @Policy("O8")
    void where_clicks_are_even_opens_decide_and_where_those_are_even_the_first() {
        assertThat(decided(new Score(1, 100, 5, 30), new Score(2, 100, 5, 31), new Score(3, 100, 1, 99)))
                .isEqualTo(new Trial.Decision(NOON, 2, By.OPENS));
        assertThat(decided(new Score(1, 100, 1, 1), new Score(2, 100, 5, 30), new Score(3, 100, 5, 30)))
                .isEqualTo(new Trial.Decision(NOON, 2, By.TIE));
    }

    @Test
    @Policy("O8")
    void where_nothing_came_the_first_goes_out_and_it_is_said() {
        assertThat(decided(new Score(1, 100, 0, 0), new Score(2, 100, 0, 0)))
                .isEqualTo(new Trial.Decision(NOON, 1, By.NOTHING));
        assertThat(decided()).isEqualTo(new Trial.Decision(NOON, 1, By.NOTHING));
    }

    @Test
    void a_plan_has_one_to_three_further_subjects_a_part_and_a_time() {
        assertThat(new Trial.Plan(30, 4, List.of(Map.of("fi", " Toinen "), Map.of("fi", " "))).subjects())
                .containsExactly(Map.of("fi", "Toinen"));
        for (var wrong : List.<Runnable>of(
                () -> new Trial.Plan(9, 4, List.of(Map.of("fi", "x"))),
                () -> new Trial.Plan(101, 4, List.of(Map.of("fi", "x"))),
                () -> new Trial.Plan(30, 0, List.of(Map.of("fi", "x"))),
                () -> new Trial.Plan(30, 169, List.of(Map.of("fi", "x"))),
                () -> new Trial.Plan(30, 4, List.of()),
                () -> new Trial.Plan(
                        30, 4, List.of(Map.of("fi", "a"), Map.of("fi", "b"), Map.of("fi", "c"), Map.of("fi", "d"))))) {
            assertThatThrownBy(wrong::run).isInstanceOf(fi.seloste.base.Problem.Invalid.class);
        }
    }

    private static Trial.Decision decided(Score... scores) {
        return Trial.decide(Arrays.asList(scores), NOON);
    }
}
