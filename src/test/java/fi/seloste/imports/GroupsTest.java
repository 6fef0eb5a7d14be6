package fi.seloste.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who stands in several rows of a file is found, however long the file is, in memory that hardly depends on it. */
class GroupsTest {

    private static final long LARGEST = 200L << 20;

    @TempDir
    Path folder;

    @Test
    void rows_are_one_person_where_they_share_a_key_and_where_a_later_row_shows_it() {
        try (var groups = new Groups(1000, folder)) {
            assertThat(groups.add(keys("ada", "boris"))).isTrue();
            assertThat(groups.add(keys("chen"))).isTrue();
            assertThat(groups.add(keys("dora"))).isTrue();
            assertThat(groups.add(keys())).as("refused").isTrue();
            assertThat(groups.add(keys("eva"))).isTrue();
            assertThat(groups.add(keys("eva", "chen"))).isFalse();
            assertThat(groups.add(keys("boris"))).isFalse();

            var together = groups.together();

            assertThat(rows(together, 7)).containsExactly("0 of 0", "1 of 1", "4 of 1", "5 of 1", "6 of 0");
        }
    }

    @Test
    void whoever_the_sieve_takes_for_known_by_mistake_is_read_again_alone() {
        try (var groups = new Groups(1, folder)) {
            int rows = 20_000; // in a sieve for a file of one byte
            for (int row = 0; row < rows; row++) {
                groups.add(keys("person " + row));
            }

            var together = groups.together();

            assertThat(together.count()).isPositive();
            assertThat(IntStream.range(0, rows)).allMatch(row -> together.first(row) == row);
        }
    }

    @Test
    void two_million_rows_with_three_keys_each_take_a_table_of_fixed_size() {
        int rows = RowLimit.MOST;
        var hashes = new long[3];
        try (var groups = new Groups(LARGEST, folder)) {
            long before = allocated();
            for (int row = 0; row < rows; row++) {
                hashes[0] = mixed(3L * row);
                hashes[1] = mixed(3L * row + 1);
                // The last hundred share a key with the first hundred.
                hashes[2] = row < rows - 100 ? mixed(3L * row + 2) : mixed(3L * (rows - 1 - row) + 2);
                groups.add(hashes);
            }
            assertThat(allocated() - before).as("less than a byte for each row").isBetween(1L, (long) rows);

            var together = groups.together();

            assertThat(together.count()).isBetween(200, 10_000);
            assertThat(IntStream.range(0, 100)).allMatch(row -> together.first(rows - 1 - row) == row);
        }
    }

    @Test
    void nothing_of_it_is_left_on_the_disk() throws Exception {
        try (var groups = new Groups(1000, folder)) {
            groups.add(keys("ada"));
            groups.add(keys("ada"));
            assertThat(groups.together().count()).isEqualTo(2);
            try (var files = java.nio.file.Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
    }

    private static List<String> rows(Together together, int rows) {
        return IntStream.range(0, rows)
                .filter(together::isRead)
                .mapToObj(row -> row + " of " + together.first(row))
                .toList();
    }

    private static long[] keys(String... keys) {
        return Arrays.stream(keys).mapToLong(Seen::hash).toArray();
    }

    /** As good as a hash of a key. */
    private static long mixed(long number) {
        long hash = (number + 1) * 0x9e3779b97f4a7c15L;
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /** By this thread since it began, whatever the collector does meanwhile. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
