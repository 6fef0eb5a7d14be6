package fi.seloste.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys on paper, tried and put back. */
class KeyCustodyTest {

    @TempDir
    Path data;

    private KeyCustody custody;

    @BeforeEach
    void keys_of_a_first_start() {
        Keys.open(data.resolve("keys"), data.resolve("keys.register"), false);
        custody = KeyCustody.of(Settings.of(Map.of(Setting.DATA, data.toString()), Map.of()));
    }

    @Test
    @Policy("K8")
    void a_sheet_that_was_typed_off_rightly_ends_the_reminder() {
        assertThat(custody.isEscrowConfirmed()).isFalse();
        var typed = custody.sheet()
                .replace("-", "  ")
                .toUpperCase(java.util.Locale.ROOT)
                .replace(".KEY", ".key")
                .replace("SUPPRESSION.", "suppression.")
                .replace("EVIDENCE.", "evidence.")
                .replace("SETTINGS.", "settings.")
                .replace("DATABASE.", "database.");

        assertThat(custody.check(typed)).hasSize(4).allMatch(f -> f.kind() == Finding.Kind.FINE);

        assertThat(custody.isEscrowConfirmed()).isTrue();
    }

    @Test
    @Policy("K8")
    void a_slip_of_the_pen_another_sheet_and_a_missing_line_are_named() {
        var sheet = custody.sheet();
        int digit = sheet.indexOf("suppression.1.key") + 24;
        var slip = sheet.substring(0, digit) + (sheet.charAt(digit) == '0' ? '1' : '0') + sheet.substring(digit + 1);
        assertThatThrownBy(() -> custody.check(slip))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("suppression.1.key")
                .hasMessageContaining("mistyped");
        assertThat(wrong("suppression.1.key\n" + MasterKey.random().writing()))
                .first()
                .asString()
                .contains("suppression.1.key", "another key");
        assertThat(wrong(sheet.substring(0, sheet.indexOf("suppression.1.key"))))
                .singleElement()
                .asString()
                .contains("suppression.1.key is missing from the sheet");
        assertThatThrownBy(() -> custody.check("nothing of the kind"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("No key stands");
        assertThat(custody.isEscrowConfirmed()).isFalse();
    }

    @Test
    @Policy({"K7", "K8"})
    void a_burnt_key_folder_stops_the_start_and_the_sheet_brings_it_back() throws IOException {
        custody.rotate(Keys.SUPPRESSION);
        var before = keys().mac(Keys.SUPPRESSION, new byte[] {1});
        var sheet = custody.sheet();
        for (var file : files()) {
            Files.delete(file);
        }
        assertThatThrownBy(this::keys)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("suppression.2.key")
                .hasMessageContaining("nobody can tell who must not be marketed to");

        assertThat(custody.restore(sheet)).hasSize(5);

        assertThat(keys().mac(Keys.SUPPRESSION, new byte[] {1})).isEqualTo(before);
        assertThat(keys().versions(Keys.SUPPRESSION)).containsExactly(1, 2);
        assertThat(custody.restore(sheet)).isEmpty();
    }

    @Test
    @Policy("K8")
    void a_key_that_is_there_is_never_overwritten() {
        var here = custody.list();
        assertThatThrownBy(() -> custody.restore(
                        "suppression.1.key\n" + MasterKey.random().writing()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("Nothing was written");
        assertThat(custody.list()).isEqualTo(here);
    }

    @Test
    @Policy({"K6", "K8"})
    void a_new_version_is_used_the_old_one_stays_and_the_sheet_is_to_be_tried_again() {
        custody.check(custody.sheet());
        assertThat(custody.isEscrowConfirmed()).isTrue();

        assertThat(custody.rotate(Keys.SUPPRESSION)).isEqualTo(2);

        assertThat(keys().versions(Keys.SUPPRESSION)).containsExactly(1, 2);
        assertThat(custody.isEscrowConfirmed()).isFalse();
        assertThat(custody.check(custody.sheet())).hasSize(5);
        assertThat(custody.isEscrowConfirmed()).isTrue();
    }

    @Test
    @Policy("K7")
    void a_version_that_is_missing_is_named() throws IOException {
        custody.rotate(Keys.SUPPRESSION);
        Files.delete(data.resolve("keys/suppression.2.key"));
        assertThatThrownBy(this::keys)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("suppression.2.key missing")
                .hasMessageContaining("keys restore");
    }

    private List<String> wrong(String typed) {
        return custody.check(typed).stream()
                .filter(f -> f.kind() == Finding.Kind.WRONG)
                .map(Finding::sentence)
                .toList();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(data.resolve("keys"))) {
            return files.toList();
        }
    }

    private Keys keys() {
        return Keys.open(data.resolve("keys"), data.resolve("keys.register"), true);
    }
}
