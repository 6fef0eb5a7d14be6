package fi.seloste.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void one_process_at_a_time_holds_it() {
        try (DataFolder held = DataFolder.open(folder)) {
            assertThat(DataFolder.isHeld(held.root())).isTrue();
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("in use by another Seloste")
                    .hasMessageContaining("--data");
        }
        assertThat(DataFolder.isHeld(folder)).isFalse();
        DataFolder.open(folder).close();
    }

    @Test
    void a_folder_of_a_newer_release_is_refused_and_left_as_it_is() throws IOException {
        DataFolder.open(folder).close();
        Files.writeString(folder.resolve("version"), "999\n");
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("newer Seloste")
                .hasMessageContaining("999");
        assertThat(folder.resolve("version")).hasContent("999");
    }

    @Test
    void made_up_data_and_own_data_never_meet() {
        DataFolder.open(folder.resolve("own")).close();
        DataFolder.open(folder.resolve("demo"), true).close();

        assertThatThrownBy(() -> DataFolder.open(folder.resolve("own"), true))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("holds your own data");
        assertThatThrownBy(() -> DataFolder.open(folder.resolve("demo")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("made-up data");
        DataFolder.open(folder.resolve("demo"), true).close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_by_name() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(file.toString());
    }
}
