package fi.seloste.installation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void the_first_start_makes_them_and_later_starts_find_the_same() throws IOException {
        Keys first = open(false);
        assertThat(mac(open(true), "aino@north.example")).isEqualTo(mac(first, "aino@north.example"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("suppression"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_lost_key_stops_the_start_and_the_escrow_sheet_brings_it_back() throws IOException {
        byte[] before = mac(open(false), "aino@north.example");
        String sheet = Files.readString(folder.resolve("keys/escrow-sheet.txt"));
        Files.delete(file("suppression"));

        assertThatThrownBy(() -> open(true))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("suppression.1.key missing in " + folder.resolve("keys"))
                .hasMessageContaining("must not be marketed to")
                .hasMessageContaining("escrow sheet");
        assertThat(file("suppression")).doesNotExist();

        String line = sheet.lines()
                .dropWhile(l -> !l.equals("suppression.1.key"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        Files.writeString(file("suppression"), line.toUpperCase(java.util.Locale.ROOT));
        assertThat(mac(open(true), "aino@north.example")).isEqualTo(before);
    }

    @Test
    void a_database_without_any_key_stops_the_start() {
        assertThatThrownBy(() -> open(true)).isInstanceOf(Trouble.class).hasMessageContaining("their keys are not");
        assertThat(folder.resolve("keys")).doesNotExist();
    }

    @Test
    void a_key_of_another_installation_is_refused() throws IOException {
        open(false);
        Files.writeString(file("evidence"), MasterKey.random().writing());
        assertThatThrownBy(() -> open(true)).isInstanceOf(Trouble.class).hasMessageContaining("another installation");
    }

    @Test
    void a_mistyped_digit_is_noticed() throws IOException {
        open(false);
        String written = Files.readString(file("evidence"));
        char other = written.charAt(3) == '7' ? '8' : '7';
        Files.writeString(file("evidence"), written.substring(0, 3) + other + written.substring(4));
        assertThatThrownBy(() -> open(true)).isInstanceOf(Trouble.class).hasMessageContaining("mistyped");
    }

    @Test
    void a_mark_tells_its_parts_and_its_key_apart() {
        Keys keys = Keys.passing();
        assertThat(keys.mac(Keys.SUPPRESSION, "ab".getBytes(UTF_8), "c".getBytes(UTF_8)))
                .isNotEqualTo(keys.mac(Keys.SUPPRESSION, "a".getBytes(UTF_8), "bc".getBytes(UTF_8)))
                .hasSize(32);
        assertThat(keys.mac(Keys.SUPPRESSION, "a".getBytes(UTF_8)))
                .isNotEqualTo(keys.mac(Keys.EVIDENCE, "a".getBytes(UTF_8)));
    }

    @Test
    void what_is_sealed_opens_again_and_a_changed_seal_does_not() {
        Keys keys = Keys.passing();
        byte[] sealed = keys.encrypt(Keys.SETTINGS, "secret".getBytes(UTF_8));
        assertThat(new String(sealed, UTF_8)).doesNotContain("secret");
        assertThat(keys.decrypt(Keys.SETTINGS, sealed)).isEqualTo("secret".getBytes(UTF_8));

        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.decrypt(Keys.SETTINGS, sealed)).hasMessageContaining("changed");
    }

    @Test
    void a_newer_version_is_used_and_the_older_still_opens() throws IOException {
        byte[] sealed = open(false).encrypt(Keys.SETTINGS, "secret".getBytes(UTF_8));
        Files.writeString(
                folder.resolve("keys/settings.2.key"), MasterKey.random().writing());
        Keys keys = open(true);
        assertThat(keys.version(Keys.SETTINGS)).isEqualTo(2);
        assertThat(keys.decrypt(Keys.SETTINGS, sealed)).isEqualTo("secret".getBytes(UTF_8));
    }

    private Keys open(boolean dataPresent) {
        return Keys.open(folder.resolve("keys"), folder.resolve("keys.register"), dataPresent);
    }

    private Path file(String name) {
        return folder.resolve("keys/" + name + ".1.key");
    }

    private static byte[] mac(Keys keys, String address) {
        return keys.mac(Keys.SUPPRESSION, address.getBytes(UTF_8));
    }
}
