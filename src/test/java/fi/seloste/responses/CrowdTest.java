package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final Crowd WATER = new Crowd(1, "fi", "water");
    private static final Crowd POWER = new Crowd(1, "fi", "power");
    private static final Crowd HEALTH = new Crowd(1, "fi", "health");
    private static final Crowd SWEDISH = new Crowd(1, "sv", "water");

    @Test
    @Policy("O3")
    void many_of_a_kind_are_a_crowd_of_their_own() {
        assertThat(Crowd.sharing(Map.of(WATER, 40, SWEDISH, 10)))
                .containsEntry(WATER, WATER)
                .containsEntry(SWEDISH, SWEDISH);
    }

    @Test
    @Policy("O3")
    void few_of_a_segment_are_counted_by_their_language_and_few_of_a_language_with_all_others() {
        var in = Crowd.sharing(Map.of(WATER, 40, POWER, 6, HEALTH, 7, SWEDISH, 12));
        assertThat(in.get(POWER)).isEqualTo(new Crowd(1, "fi", "")).isEqualTo(in.get(HEALTH));
        assertThat(in.get(WATER)).isEqualTo(WATER);
    }

    @Test
    @Policy("O3")
    void one_alone_is_hidden_among_others_even_where_those_would_be_a_crowd_without() {
        var in = Crowd.sharing(Map.of(WATER, 40, POWER, 12, SWEDISH, 1));
        var first = new Crowd(1, "", "");
        assertThat(in.get(SWEDISH)).isEqualTo(first);
        assertThat(in.get(POWER)).as("the smaller of the crowds joins").isEqualTo(first);
        assertThat(in.get(WATER)).isEqualTo(WATER);
    }

    @Test
    @Policy({"O3", "O8"})
    void who_is_left_over_of_a_subject_joins_others_of_it_so_that_a_trial_can_be_decided() {
        var other = new Crowd(2, "fi", "water");
        var in = Crowd.sharing(Map.of(WATER, 28, SWEDISH, 4, other, 30, new Crowd(2, "sv", "water"), 3));
        assertThat(in.values()).extracting(Crowd::subject).containsExactlyInAnyOrder(1, 1, 2, 2);
        assertThat(in.get(WATER)).isEqualTo(in.get(SWEDISH)).isNotEqualTo(in.get(other));
    }

    @Test
    @Policy("O3")
    void in_whatever_way_readers_are_spread_no_crowd_beside_others_has_fewer_than_ten() {
        var chance = new java.util.Random(7);
        for (int round = 0; round < 2_000; round++) {
            var readers = new HashMap<Crowd, Integer>();
            int kinds = 1 + chance.nextInt(12);
            for (int i = 0; i < kinds; i++) {
                readers.put(
                        new Crowd(1 + chance.nextInt(3), chance.nextBoolean() ? "fi" : "sv", "s" + chance.nextInt(4)),
                        chance.nextInt(25));
            }
            var sizes = new HashMap<Crowd, Integer>();
            Crowd.sharing(readers)
                    .forEach((kind, crowd) -> sizes.merge(crowd, readers.getOrDefault(kind, 0), Integer::sum));
            sizes.values().removeIf(size -> size == 0);
            if (sizes.size() > 1) {
                assertThat(sizes.values()).as(readers.toString()).allMatch(size -> size >= Crowd.LEAST);
            }
        }
    }
}
