package fi.seloste.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Problem;
import fi.seloste.installation.Trouble;
import fi.seloste.register.Source;
import fi.seloste.rights.Right;
import fi.seloste.store.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What people asked for after a backup was made holds after it was brought back. */
@DatabaseTest
@Import(Vault.class)
class RestoreTest {

    @Autowired
    Vault vault;

    @TempDir
    Path safe;

    @Test
    @Policy({"B1", "B2", "B3"})
    void whoever_was_erased_banned_or_restricted_after_the_backup_is_so_after_its_restore() {
        var ada = vault.person("Ada Koskinen", "ada@jokivoima.example");
        var boris = vault.person("Boris Lindqvist", "boris@jokivoima.example");
        var chen = vault.person("Chen Wei", "chen@jokivoima.example");
        var dana = vault.person("Dana Berg", "dana@jokivoima.example");
        var file = vault.backUp(safe);
        vault.done(Right.ERASURE, "ada@jokivoima.example");
        vault.done(Right.MARKETING_BAN, "boris@jokivoima.example");
        vault.done(Right.RESTRICTION, "chen@jokivoima.example");
        vault.person("Later Than", "later@jokivoima.example");

        int repeated = vault.restore(file, null);

        assertThat(repeated).isEqualTo(3);
        assertThat(vault.count("register.person", "name = 'Later Than'")).isZero();
        assertThat(vault.count("register.person", "person_id = '%s'".formatted(ada)))
                .isZero();
        assertThatThrownBy(() -> vault.person("Ada Koskinen", "ada@jokivoima.example", Source.PUBLIC_WEB))
                .isInstanceOf(Problem.class);
        assertThat(vault.sees(Purpose.CUSTOMER, boris)).isTrue();
        assertThat(vault.sees(Purpose.MARKETING, boris)).isFalse();
        assertThat(vault.sees(Purpose.RIGHTS, chen)).isTrue();
        assertThat(vault.sees(Purpose.CUSTOMER, chen)).isFalse();
        assertThat(vault.sees(Purpose.MARKETING, dana)).isTrue();
        assertThat(vault.count("evidence.entry", "act = 'backup-restored'")).isOne();
    }

    @Test
    @Policy("B6")
    void every_row_and_file_comes_back_and_no_session() throws IOException {
        var eve = vault.person("Eve Nurmi", "eve@jokivoima.example");
        var letter = vault.file(eve, "a letter of Eve's");
        var before = rows();
        assertThat(before).containsEntry("store.blob", 1L).doesNotContainKey("staff.session");
        var file = vault.backUp(safe);
        Files.delete(vault.fileOf(letter));
        vault.run("delete from store.blob");

        vault.restore(file, null);

        assertThat(Files.readString(vault.fileOf(letter))).isEqualTo("a letter of Eve's");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Policy("B4")
    void an_altered_line_of_the_journal_is_named_and_nothing_is_changed() throws IOException {
        vault.person("Finn Aalto", "finn@jokivoima.example");
        var file = vault.backUp(safe);
        vault.done(Right.ERASURE, "finn@jokivoima.example");
        var journal = vault.source.folder().journal().resolve("rights.jsonl");
        var kept = Files.readString(journal);
        var last = kept.lines().toList().size();
        int at = kept.lastIndexOf("erasure");
        Files.writeString(journal, kept.substring(0, at) + "objection" + kept.substring(at + 7));

        assertThatThrownBy(() -> vault.restore(file, null))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("Line " + last)
                .hasMessageContaining("altered")
                .hasMessageContaining("--without-journal");
        assertThat(vault.count("register.person", "name = 'Finn Aalto'")).isZero();

        Files.writeString(journal, kept);
        vault.restore(file, null);
        assertThat(vault.count("register.person", "name = 'Finn Aalto'")).isZero();
    }

    @Test
    @Policy("B4")
    void without_a_journal_it_is_refused_unless_a_reason_is_given_which_becomes_evidence() throws IOException {
        vault.person("Gita Holm", "gita@jokivoima.example");
        var file = vault.backUp(safe);
        var journal = vault.source.folder().journal().resolve("rights.jsonl");
        var aside = safe.resolve("aside");
        Files.move(journal, aside);
        try {
            assertThatThrownBy(() -> vault.restore(file, null))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("no journal of rights");

            vault.restore(file, "the disk of the journal burned on Sunday");
        } finally {
            Files.move(aside, journal, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(vault.count("register.person", "name = 'Gita Holm'")).isOne();
        assertThat(vault.count("evidence.detail", "detail like '%the disk of the journal burned on Sunday%'"))
                .isOne();
    }

    @Test
    @Policy("B2")
    void a_ban_holds_by_whatever_way_it_came_and_one_that_was_lifted_since_does_not_return() {
        var hugo = vault.person("Hugo Salo", "hugo@jokivoima.example");
        var iris = vault.person("Iris Maki", "iris@jokivoima.example");
        vault.ban(iris);
        var file = vault.backUp(safe);
        vault.ban(hugo);
        vault.lift(iris);
        vault.done(Right.MARKETING_BAN, "nobody.yet@jokivoima.example");

        vault.restore(file, null);

        assertThat(vault.sees(Purpose.MARKETING, hugo)).isFalse();
        assertThat(vault.sees(Purpose.MARKETING, iris)).isTrue();
        var newcomer = vault.person("New Comer", "nobody.yet@jokivoima.example");
        assertThat(vault.sees(Purpose.CUSTOMER, newcomer)).isTrue();
        assertThat(vault.sees(Purpose.MARKETING, newcomer)).isFalse();
        assertThat(vault.reconcile()).isZero();
    }

    @Test
    @Policy({"B2", "K5"})
    void an_organisations_ban_after_the_backup_holds_after_its_restore_and_a_lifted_one_does_not_return() {
        var firm = vault.organisation("Kuusimetsä Oy", "kuusimetsa.example");
        var pine = vault.organisation("Mäntymetsä Oy", "mantymetsa.example");
        var jussi = vault.person("Jussi Kuusi", "jussi@kuusimetsa.example");
        var mari = vault.person("Mari Mänty", "mari@mantymetsa.example");
        vault.ban(pine, "mantymetsa.example");
        assertThat(vault.sees(Purpose.MARKETING, mari)).isFalse();
        var file = vault.backUp(safe);
        vault.ban(firm, "kuusimetsa.example");
        vault.lift("mantymetsa.example");

        int repeated = vault.restore(file, null);

        assertThat(repeated).isEqualTo(2);
        assertThat(vault.sees(Purpose.MARKETING, jussi)).isFalse();
        assertThat(vault.sees(Purpose.MARKETING, vault.person("Later Kuusi", "later@kuusimetsa.example")))
                .isFalse();
        assertThat(vault.sees(Purpose.MARKETING, mari)).isTrue();
        assertThat(vault.count(
                        "register.organisation_ban", "lifted_at is null and organisation_id = '%s'".formatted(firm)))
                .isOne();
        assertThat(vault.reconcile()).isZero();
    }

    @Test
    @Policy("B5")
    void a_backup_is_one_moment_while_others_write() {
        vault.person("Before It", "before@jokivoima.example");
        try (var snapshot = Snapshot.of(vault.source.address())) {
            snapshot.journal();
            vault.person("After It", "after@jokivoima.example");
            var out = new java.io.ByteArrayOutputStream();
            for (var table : snapshot.tables().kept()) {
                if (table.table().startsWith("register.")) {
                    snapshot.copy(table, out);
                }
            }
            assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
                    .contains("before@jokivoima.example")
                    .doesNotContain("after@jokivoima.example");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of every table but evidence, which the restore itself adds to. */
    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        try (var snapshot = Snapshot.of(vault.source.address())) {
            for (var table : snapshot.tables().kept()) {
                if (!table.table().startsWith("evidence.")) {
                    rows.put(table.table(), vault.count(table.table(), "true"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
