package fi.seloste.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapTest {

    @TempDir
    Path root;

    private DataFolder folder;
    private Swap swap;

    @BeforeEach
    void a_folder() {
        folder = DataFolder.open(root);
        swap = Swap.in(folder);
    }

    @AfterEach
    void let_go() {
        folder.close();
    }

    @Test
    @Policy("B9")
    void killed_while_loading_the_old_data_is_as_it_was() throws IOException {
        cluster(folder.cluster(), "old");
        cluster(swap.begin(), "half");

        swap.settle();

        assertThat(folder.cluster().resolve("data/PG_VERSION")).hasContent("old");
        assertThat(root.resolve("restoring")).doesNotExist();
    }

    @Test
    @Policy("B9")
    void killed_between_the_two_renames_the_old_data_is_put_back() throws IOException {
        cluster(folder.cluster(), "old");
        cluster(swap.begin(), "new");
        Files.move(folder.cluster(), root.toRealPath().resolve("cluster.replaced"));

        swap.settle();

        assertThat(folder.cluster().resolve("data/PG_VERSION")).hasContent("old");
    }

    @Test
    @Policy("B9")
    void killed_where_nothing_was_before_no_start_passes_over_it() throws IOException {
        cluster(swap.begin(), "half");

        assertThatThrownBy(swap::settle)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("begun and not ended")
                .hasMessageContaining("seloste restore FILE");
        cluster(swap.begin(), "new");
        swap.end();
        swap.settle();
        assertThat(folder.cluster().resolve("data/PG_VERSION")).hasContent("new");
    }

    @Test
    @Policy("B9")
    void ended_the_old_data_is_gone_and_the_operators_own_settings_stay() throws IOException {
        cluster(folder.cluster(), "old");
        Files.writeString(folder.cluster().resolve("local.conf"), "shared_buffers = 1GB\n");
        cluster(swap.begin(), "new");

        swap.end();

        assertThat(folder.cluster().resolve("data/PG_VERSION")).hasContent("new");
        assertThat(folder.cluster().resolve("local.conf")).hasContent("shared_buffers = 1GB");
        try (var left = Files.list(root)) {
            assertThat(left.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("cluster", "lock", "version");
        }
    }

    @Test
    @Policy("B9")
    void the_settings_of_the_backup_come_with_its_data_and_not_without() throws IOException {
        cluster(folder.cluster(), "old");
        cluster(swap.begin(), "half");
        Files.writeString(swap.besides().resolve("seloste.properties"), "base-url=https://of.the.backup.example");
        swap.settle();
        assertThat(root.resolve("seloste.properties")).doesNotExist();

        cluster(swap.begin(), "new");
        Files.writeString(swap.besides().resolve("seloste.properties"), "base-url=https://of.the.backup.example");
        swap.end();
        assertThat(root.resolve("seloste.properties")).hasContent("base-url=https://of.the.backup.example");
    }

    @Test
    @Policy("B9")
    void killed_after_the_second_rename_the_settings_follow_and_the_start_says_so() throws IOException {
        cluster(folder.cluster(), "old");
        cluster(swap.begin(), "new");
        Files.writeString(swap.besides().resolve("seloste.properties"), "base-url=https://of.the.backup.example");
        var there = root.toRealPath();
        Files.move(folder.cluster(), there.resolve("cluster.replaced"));
        Files.move(there.resolve("restoring/cluster"), folder.cluster());

        assertThatThrownBy(swap::settle).isInstanceOf(Trouble.class).hasMessageContaining("Start Seloste again");
        assertThat(root.resolve("seloste.properties")).hasContent("base-url=https://of.the.backup.example");
        swap.settle();
        assertThat(folder.cluster().resolve("data/PG_VERSION")).hasContent("new");
        assertThat(root.resolve("cluster.replaced")).doesNotExist();
    }

    private static void cluster(Path where, String what) throws IOException {
        Files.createDirectories(where.resolve("data"));
        Files.writeString(where.resolve("data/PG_VERSION"), what);
    }
}
