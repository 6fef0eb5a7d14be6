package fi.seloste.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.TestDatabase;
import fi.seloste.TurnedClock;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import fi.seloste.store.Address;
import fi.seloste.store.Foundation;
import fi.seloste.store.Migrations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one release to the next and back, on databases of their own. */
class UpgradeTest {

    @TempDir
    Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Settings settings;
    private DataFolder folder;
    private Keys keys;

    @BeforeEach
    void a_folder_with_keys() {
        settings = Settings.of(Map.of(Setting.DATA, root.toString()), Map.of());
        folder = DataFolder.open(root);
        keys = folder.keys(settings);
    }

    @AfterEach
    void let_go() {
        folder.close();
    }

    @Test
    @Policy({"B11", "B14"})
    void an_upgrade_backs_up_first_and_the_backup_comes_back_in_the_present_schema() throws Exception {
        var older = older("backup_older");
        new Upgrade(source(older), new TurnedClock()).backUpFirst(out());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("newer than the database", "Backing up first");
        var made = backups();
        assertThat(made).hasSize(1);

        Migrations.of(older).migrate();
        new Upgrade(source(older), new TurnedClock()).backUpFirst(out());
        assertThat(backups()).isEqualTo(made);

        var present = address("backup_present");
        Files.createFile(folder.journal().resolve("rights.jsonl"));
        try (var restore = Restore.of(made.getFirst(), folder, settings, Terminal.silent())) {
            restore.keys();
            restore.examine(null);
            restore.load(present, folder.root());
        }
        Migrations.of(present).migrate();
        assertThat(Migrations.of(present).pending()).isEmpty();
        assertThat(asked(present, "select value from store.setting where name = 'controller'"))
                .isEqualTo("Jokivoima Oy");
    }

    @Test
    @Policy("B11")
    void without_its_backup_there_is_no_upgrade() throws Exception {
        var older = older("backup_refused");
        Files.createFile(root.resolve("backups"));
        assertThatThrownBy(() -> new Upgrade(source(older), new TurnedClock()).backUpFirst(out()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("backups");
        assertThat(Migrations.of(older).pending()).isNotEmpty();
    }

    @Test
    @Policy("B8")
    void a_database_of_a_newer_seloste_is_refused() throws Exception {
        var newer = address("backup_newer");
        Foundation.of(newer).lay();
        Migrations.of(newer).migrate();
        run(newer, """
                insert into store.migration (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (9999, '20991231.2359', 'later', 'SQL', 'V20991231_2359__later.sql', 1, 'x', 1, true)""");
        assertThatThrownBy(() -> Migrations.of(newer).migrate())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("newer Seloste")
                .hasMessageContaining("20991231.2359");
    }

    @Test
    @Policy("B8")
    void a_database_of_another_build_is_refused_in_a_sentence() throws Exception {
        var other = older("backup_other");
        run(other, "update store.migration set checksum = checksum + 1 where version = '20261123.0020'");
        assertThatThrownBy(() -> Migrations.of(other).migrate())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("another build of Seloste")
                .hasMessageContaining("20261123.0020")
                .hasMessageContaining("empty folder");
    }

    @Test
    @Policy("B9")
    void a_restore_into_a_database_that_was_cut_off_starts_nothing_and_backs_nothing_up() throws Exception {
        var database = older("backup_unfinished");
        run(database, "create schema " + Foundation.UNFINISHED);
        assertThatThrownBy(() -> Foundation.of(database).refuseUnfinished())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("begun and not ended")
                .hasMessageContaining("seloste restore FILE --replace");
        assertThatThrownBy(() -> new Backup(source(database), new TurnedClock()).write(root, Terminal.silent()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("begun and not ended");
    }

    @Test
    @Policy("B10")
    void without_its_keys_or_with_others_a_backup_is_not_restored() throws Exception {
        var older = older("backup_keyless");
        var file = new Backup(source(older), new TurnedClock())
                .write(root.resolve("kept.zip"), Terminal.silent())
                .file();
        var other = Files.createDirectories(root.resolve("elsewhere"));
        var elsewhere = Settings.of(Map.of(Setting.DATA, other.toString()), Map.of());
        try (var there = DataFolder.open(other);
                var restore = Restore.of(file, there, elsewhere, Terminal.silent())) {
            assertThatThrownBy(restore::keys)
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("suppression.1.key")
                    .hasMessageContaining("escrow sheet");
            there.keys(elsewhere);
            assertThatThrownBy(restore::keys)
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("belongs to another installation");
        }
    }

    /** As the release before the newest migration left it, with one setting in it. */
    private Address older(String name) throws SQLException {
        var address = address(name);
        Foundation.of(address).lay();
        var known = Migrations.known();
        Migrations.of(address).migrateTo(known.get(known.size() - 2));
        run(
                address,
                "insert into store.setting (name, value, changed_at) values ('controller', 'Jokivoima Oy', clock_timestamp())");
        return address;
    }

    private static Address address(String name) {
        var access = TestDatabase.empty(name);
        return new Address(access.url(), access.user(), access.password(), name.getBytes(StandardCharsets.UTF_8));
    }

    private Source source(Address address) {
        return new Source(address, folder, settings, keys, "0.1.0");
    }

    private List<Path> backups() throws IOException {
        try (var all = Files.list(folder.backups())) {
            return all.toList();
        }
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private static void run(Address address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.owner(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String asked(Address address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.owner(), address.password());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
