package fi.seloste.backup;

import fi.seloste.installation.Trouble;
import fi.seloste.store.Address;
import fi.seloste.store.Foundation;
import fi.seloste.store.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.PGConnection;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Puts a backup into a database: the schema of the backup's own time by our migrations, then its rows. Policies and grants come after, when
 * the house is built on it, since nobody may COPY into a table under a policy.
 */
final class Loading {

    private final Address address;
    private final Archive archive;
    private final Terminal terminal;

    Loading(Address address, Archive archive, Terminal terminal) {
        this.address = address;
        this.archive = archive;
        this.terminal = terminal;
    }

    /** From the first statement to the last a mark stands in the database, and no Seloste starts on it. */
    void load(String note, Runnable beforeItHolds) {
        try (var connection = Snapshot.open(address)) {
            var tables = new Tables(connection);
            clear(tables);
            schema();
            connection.setAutoCommit(false);
            rows(connection, tables, note);
            beforeItHolds.run();
            connection.commit();
        } catch (SQLException e) {
            throw new Trouble(
                    "The backup could not be loaded: the database says " + e.getMessage()
                            + ". It holds a part of it only. Put that right and run the restore again.",
                    e);
        }
    }

    /** Whether a register lies in the database already. */
    static boolean isOccupied(Address address) {
        try (var connection = Snapshot.open(address)) {
            return !new Tables(connection)
                    .strings("select 1 where to_regclass('store.migration') is not null")
                    .isEmpty();
        } catch (SQLException e) {
            throw new Trouble("The database " + address + " cannot be reached: " + e.getMessage(), e);
        }
    }

    private static void clear(Tables tables) throws SQLException {
        tables.run("set lock_timeout = '20s'");
        tables.run("create schema if not exists " + Foundation.UNFINISHED);
        for (var schema : schemas()) {
            tables.run("drop schema if exists \"%s\" cascade".formatted(schema));
        }
    }

    /** The schemas of this product are named as the folders of its migrations, and nobody else's are touched. */
    private static Set<String> schemas() {
        var schemas = new TreeSet<String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                var path = file.getURL().getPath().split("/", -1);
                schemas.add(path[path.length - 2]);
            }
            return schemas;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void schema() {
        terminal.begin("Schema");
        Foundation.of(address).lay();
        var wanted = archive.manifest().schema();
        var migrations = Migrations.of(address);
        migrations.migrateTo(wanted.getLast());
        if (!migrations.applied().equals(wanted)) {
            throw new Trouble("The schema of the backup cannot be made by this Seloste: it was made by "
                    + archive.manifest().origin().product() + ". Restore with that one, then upgrade.");
        }
        terminal.done("as in " + wanted.getLast());
    }

    private void rows(Connection connection, Tables tables, String note) throws SQLException {
        var parts = archive.manifest().tables();
        var names = parts.stream().map(Manifest.Part::table).toList();
        var fittings = tables.fittings(names);
        tables.run("truncate "
                + String.join(", ", names.stream().map(Tables::quoted).toList()) + " cascade");
        run(tables, fittings.off());
        terminal.begin("Rows");
        for (var part : parts) {
            terminal.tick(part.table());
            copy(connection, part);
        }
        terminal.done(Terminal.number(archive.manifest().rows()));
        terminal.begin("Indexes and keys");
        terminal.tick("");
        run(tables, fittings.on());
        for (var counter : tables.counters()) {
            tables.strings(counter);
        }
        note(connection, note);
        tables.run("analyze");
        tables.run("drop schema " + Foundation.UNFINISHED);
        terminal.done("made");
    }

    private void copy(Connection connection, Manifest.Part part) throws SQLException {
        var sql = new Tables.Columns(part.table(), part.columns()).copy("from stdin");
        try (var in = archive.content(part.name())) {
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, 1 << 16);
            if (rows != part.rows()) {
                throw archive.damaged(part.name(), "holds " + rows + " rows where " + part.rows() + " were written");
            }
        } catch (IOException e) {
            throw archive.damaged(part.name(), "cannot be unpacked (" + e.getMessage() + ")");
        }
    }

    /** What the house that is built on it has to tell, see Restored. */
    private static void note(Connection connection, String note) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into store.setting (name, value, changed_at)
                values (?, ?, clock_timestamp())
                    on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at""")) {
            statement.setString(1, Restored.NOTE);
            statement.setString(2, note);
            statement.executeUpdate();
        }
    }

    private static void run(Tables tables, List<String> statements) throws SQLException {
        for (var statement : statements) {
            tables.run(statement);
        }
    }
}
