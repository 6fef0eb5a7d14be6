package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryGivenBackTest {

    private static final long MEGABYTE = 1L << 20;

    @Test
    void after_a_large_import_memory_is_given_back_in_the_first_quiet_minute_and_once() {
        assertThat(MemoryGivenBack.isTime(700 * MEGABYTE, 0, 0.01)).isTrue();
        assertThat(MemoryGivenBack.isTime(200 * MEGABYTE, 190 * MEGABYTE, 0.01))
                .as("it comes down no further")
                .isFalse();
        assertThat(MemoryGivenBack.isTime(700 * MEGABYTE, 200 * MEGABYTE, 0.01))
                .as("after the next import")
                .isTrue();
    }

    @Test
    void nobody_is_held_up_for_it_and_a_modest_house_is_left_alone() {
        assertThat(MemoryGivenBack.isTime(700 * MEGABYTE, 0, 0.5)).isFalse();
        assertThat(MemoryGivenBack.isTime(120 * MEGABYTE, 0, 0.01)).isFalse();
        assertThat(MemoryGivenBack.isTime(700 * MEGABYTE, 0, -1))
                .as("where the machine does not tell")
                .isFalse();
    }
}
