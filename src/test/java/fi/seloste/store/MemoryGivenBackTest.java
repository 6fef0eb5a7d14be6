package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryGivenBackTest {

    private static final long MEGABYTE = 1L << 20;

    private final MemoryGivenBack memory = new MemoryGivenBack();

    @Test
    void after_a_large_import_memory_is_given_back_once_as_soon_as_the_house_is_quiet() {
        assertThat(memory.isTime(700 * MEGABYTE, 0.9)).isFalse();
        assertThat(memory.isTime(700 * MEGABYTE, 0.2)).isFalse();
        assertThat(memory.isTime(700 * MEGABYTE, 0.01)).isTrue();
        memory.given(190 * MEGABYTE);

        assertThat(memory.isTime(200 * MEGABYTE, 0.01))
                .as("it comes down no further")
                .isFalse();
    }

    @Test
    void what_was_given_back_in_the_middle_of_the_work_is_not_the_last() {
        memory.isTime(700 * MEGABYTE, 0.9);
        assertThat(memory.isTime(700 * MEGABYTE, 0.05))
                .as("the database works and this process waits for it")
                .isTrue();
        memory.given(650 * MEGABYTE);
        assertThat(memory.isTime(650 * MEGABYTE, 0.05)).isFalse();

        assertThat(memory.isTime(650 * MEGABYTE, 0.9)).isFalse();
        assertThat(memory.isTime(650 * MEGABYTE, 0.01)).isTrue();
    }

    @Test
    void what_heaps_up_by_small_work_is_given_back_too() {
        memory.given(190 * MEGABYTE);
        assertThat(memory.isTime(250 * MEGABYTE, 0.01)).isFalse();
        assertThat(memory.isTime(260 * MEGABYTE, 0.01)).isTrue();
    }

    @Test
    void nobody_is_held_up_for_it_and_a_modest_house_is_left_alone() {
        assertThat(memory.isTime(700 * MEGABYTE, 0.5)).isFalse();
        assertThat(memory.isTime(120 * MEGABYTE, 0.01)).isFalse();
        assertThat(memory.isTime(700 * MEGABYTE, -1))
                .as("where the machine does not tell")
                .isFalse();
    }
}
