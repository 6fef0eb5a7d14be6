package fi.seloste;

import fi.seloste.installation.Access;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.postgres.PostgresServer;
import fi.seloste.postgres.Tuning;
import fi.seloste.store.Address;
import fi.seloste.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL for the whole test run: our own, or the one that SELOSTE_TEST_DATABASE names (docs/developing.md). The first context migrates and compiles the database; that state becomes the template from
 * which every test class gets its own copy in some 30 ms.
 */
public final class TestDatabase {

    private static final String NAME = "seloste_test";
    private static final String TEMPLATE = "seloste_template";
    private static final @Nullable Access OUTSIDE =
            Settings.of(Map.of(), outside()).database();
    private static boolean templateIsMade;
    private static boolean wasBegun;

    private TestDatabase() {}

    static synchronized Address address() {
        if (OUTSIDE != null && !wasBegun) {
            empty(NAME);
            wasBegun = true;
        }
        var access = OUTSIDE == null ? Own.SERVER.database(NAME) : outside(OUTSIDE, NAME);
        return new Address(access.url(), access.user(), access.password(), "test".getBytes(StandardCharsets.UTF_8));
    }

    /** A database of its own, empty, on the same server. */
    public static Access empty(String name) {
        if (OUTSIDE == null) {
            return Own.SERVER.database(name);
        }
        run("drop database if exists %s with (force)".formatted(name));
        return outside(OUTSIDE, name);
    }

    private static Map<String, String> outside() {
        var url = System.getenv("SELOSTE_TEST_DATABASE");
        return url == null ? Map.of() : Map.of(Setting.DATABASE.variable(), url);
    }

    /** Made where it is missing, by the same plain user that the tests then run as. */
    private static Access outside(Access outside, String name) {
        try (var connection = DriverManager.getConnection(outside.url(), outside.user(), outside.password());
                var there = connection
                        .createStatement()
                        .executeQuery("select 1 from pg_database where datname = '%s'".formatted(name))) {
            if (!there.next()) {
                connection.createStatement().execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Access(outside.url().replaceFirst("/[^/]*$", "/" + name), outside.user(), outside.password());
    }

    static synchronized void fresh(Database database) {
        database.evict();
        if (templateIsMade) {
            run("drop database if exists %s with (force)".formatted(NAME));
            run("create database %s template %s strategy file_copy".formatted(NAME, TEMPLATE));
        } else {
            run("drop database if exists %s with (force)".formatted(TEMPLATE));
            run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(NAME));
            run("create database %s template %s strategy file_copy".formatted(TEMPLATE, NAME));
            templateIsMade = true;
        }
        run("alter database %s owner to %s".formatted(NAME, address().owner()));
    }

    private static void run(String sql) {
        var access = OUTSIDE == null ? Own.SERVER.superuserAccess("postgres") : OUTSIDE;
        try (var connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started only where it is used. */
    private static final class Own {

        private static final Path FOLDER =
                Path.of("target", "test-postgres-" + ProcessHandle.current().pid());
        private static final PostgresServer SERVER = started();

        private static PostgresServer started() {
            Passing.clear(FOLDER); // a run that was killed leaves its own, and process ids come again
            var server = PostgresServer.start(FOLDER, Tuning.TEST);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.stop();
                Passing.clear(FOLDER);
            }));
            return server;
        }
    }
}
