package fi.seloste.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.installation.Keys;
import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Trouble;
import fi.seloste.store.Migrations;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a backup is, and what is refused as none. */
@DatabaseTest
@Import(Vault.class)
class ArchiveTest {

    @Autowired
    Vault vault;

    @TempDir
    Path safe;

    @Test
    @Policy("B13")
    void a_backup_is_its_owners_only_bears_its_name_when_it_is_whole_and_overwrites_nothing() throws IOException {
        var file = vault.backUp(safe.resolve("monday.zip"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var all = Files.list(safe)) {
            assertThat(all).containsExactly(file);
        }
        assertThatThrownBy(() -> vault.backUp(file))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is there already");
        assertThatThrownBy(() -> vault.backUp(safe.resolve("nowhere/monday.zip")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no folder");
    }

    @Test
    @Policy("B13")
    void a_full_disk_leaves_no_half_of_a_backup() throws IOException {
        try (var writer = new ArchiveWriter(safe.resolve("other.zip"))) {
            assertThatThrownBy(() -> writer.add("tables/register.person.copy", List.of(), out -> {
                        out.write(new byte[100]);
                        throw new IOException("No space left on device");
                    }))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("Free some space");
        }
        assertThat(safe.resolve("other.zip")).doesNotExist();
        assertThat(safe.resolve("other.zip.part")).doesNotExist();
    }

    @Test
    @Policy("B6")
    void no_key_and_no_password_is_in_it() throws IOException {
        var keys = vault.source.folder().root().resolve("keys");
        Keys.open(keys, vault.source.folder().keyRegister(), false);
        var settings = vault.source.folder().root().resolve("seloste.properties");
        PrivateFile.write(
                settings,
                "port=8085\nmail-password=hush-hush\ndatabase = postgresql://u:secret@db.example/x\nmail-from=a@b.example\n");
        var file = vault.backUp(safe);
        var all = content(file);
        Files.delete(settings);
        Files.delete(vault.source.folder().keyRegister());

        assertThat(all).contains("port=8085", "mail-from=a@b.example", "suppression.1 ");
        assertThat(all).doesNotContain("hush-hush", "u:secret");
        try (Stream<Path> files = Files.list(keys)) {
            for (var key : files.filter(f -> f.toString().endsWith(".key")).toList()) {
                assertThat(all).doesNotContain(PrivateFile.read(key));
            }
        }
    }

    @Test
    @Policy("B7")
    void a_backup_that_was_cut_off_or_is_none_is_refused() throws IOException {
        var file = vault.backUp(safe.resolve("whole.zip"));
        var cut = safe.resolve("cut.zip");
        var bytes = Files.readAllBytes(file);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        refuses(cut, "not a whole backup");
        refuses(Files.writeString(safe.resolve("text.zip"), "hello"), "not a whole backup");
        refuses(safe.resolve("missing.zip"), "no backup at");
    }

    @Test
    @Policy("B7")
    void an_altered_part_is_named_before_anything_is_touched() throws IOException {
        vault.person("Ada Koskinen", "ada.altered@jokivoima.example");
        var file = vault.backUp(safe.resolve("whole.zip"));
        var altered = rewritten(file, "tables/register.person.copy", text -> text.replace("Ada", "Eva"));
        assertThatThrownBy(() -> vault.restore(altered, null))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("tables/register.person.copy")
                .hasMessageContaining("checksum")
                .hasMessageContaining("Nothing was changed");
        assertThat(vault.count("register.person", "name = 'Ada Koskinen'")).isOne();
    }

    @Test
    @Policy("B7")
    void a_manifest_that_was_altered_too_does_not_bear_the_seal_of_the_key() throws IOException {
        var file = vault.backUp(safe.resolve("whole.zip"));
        try (var archive = Archive.open(file)) {
            archive.mustBeSealedBy(vault.source.keys());
        }
        var altered = rewritten(file, "manifest.json", text -> text.replace("\"demo\":false", "\"demo\": false"));
        try (var archive = Archive.open(altered)) {
            assertThatThrownBy(() -> archive.mustBeSealedBy(vault.source.keys()))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("seal");
        }
    }

    @Test
    @Policy("B8")
    void a_backup_of_a_newer_seloste_is_refused() throws IOException {
        var file = vault.backUp(safe.resolve("whole.zip"));
        var newest = Migrations.known().getLast();
        var newer = rewritten(
                file,
                "manifest.json",
                text -> text.replace('"' + newest + '"', '"' + newest + "\",\"20991231.2359\"")
                        .replace("0.1.0", "9.9.9"));
        assertThatThrownBy(() -> vault.restore(newer, null))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("newer Seloste (9.9.9)")
                .hasMessageContaining("20991231.2359")
                .hasMessageContaining("Nothing was changed");
    }

    private static void refuses(Path file, String sentence) {
        assertThatThrownBy(() -> Archive.open(file)).isInstanceOf(Trouble.class).hasMessageContaining(sentence);
    }

    private static String content(Path file) throws IOException {
        var all = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private Path rewritten(Path file, String name, UnaryOperator<String> how) throws IOException {
        var target = safe.resolve("rewritten.zip");
        try (var zip = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(target);
                var written = new ZipOutputStream(out)) {
            for (var entry : new ArrayList<>(zip.stream().toList())) {
                written.putNextEntry(new ZipEntry(entry.getName()));
                var text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                var other = entry.getName().equals(name) ? how.apply(text) : text;
                assertThat(entry.getName().equals(name) && other.equals(text)).isFalse();
                written.write(other.getBytes(StandardCharsets.UTF_8));
                written.closeEntry();
            }
        }
        return target;
    }
}
