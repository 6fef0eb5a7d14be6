package fi.seloste;

import fi.seloste.installation.Access;
import fi.seloste.postgres.PostgresServer;
import fi.seloste.postgres.Tuning;
import fi.seloste.store.Address;
import fi.seloste.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One PostgreSQL for the whole test run. The first context migrates and compiles the database; that state becomes the template from
 * which every test class gets its own copy in some 30 ms.
 */
public final class TestDatabase {

    private static final String NAME = "seloste_test";
    private static final String TEMPLATE = "seloste_template";
    private static final PostgresServer SERVER = PostgresServer.start(
            Path.of("target", "test-postgres-" + ProcessHandle.current().pid()), Tuning.TEST);
    private static boolean templateIsMade;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::stop));
    }

    private TestDatabase() {}

    static Address address() {
        var access = SERVER.database(NAME);
        return new Address(access.url(), access.user(), access.password(), "test".getBytes(StandardCharsets.UTF_8));
    }

    /** A database of its own, empty, on the same server. */
    public static Access empty(String name) {
        return SERVER.database(name);
    }

    static synchronized void fresh(Database database) {
        database.evict();
        if (templateIsMade) {
            run("drop database if exists %s with (force)".formatted(NAME));
            run("create database %s template %s strategy file_copy".formatted(NAME, TEMPLATE));
        } else {
            run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(NAME));
            run("create database %s template %s strategy file_copy".formatted(TEMPLATE, NAME));
            templateIsMade = true;
        }
        run("alter database %s owner to %s".formatted(NAME, address().owner()));
    }

    private static void run(String sql) {
        var access = SERVER.superuserAccess("postgres");
        try (var connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
