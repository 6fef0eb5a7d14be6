package fi.seloste;

import fi.seloste.installation.Access;
import fi.seloste.installation.Finding;
import fi.seloste.installation.Settings;
import fi.seloste.postgres.PostgresServer;
import fi.seloste.postgres.Tuning;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Whether the database is there, new enough, and lets us make the roles of the purposes. */
record DatabaseExamination(Settings settings, boolean runs) {

    private static final int OLDEST = 150000;

    List<Finding> findings() {
        Access external = settings.database();
        if (external != null) {
            return examined(external);
        }
        Path cluster = settings.data().resolve("cluster");
        if (!PostgresServer.isPresentIn(cluster)) {
            return List.of(Finding.fine("There is no database yet; the first start makes one."));
        }
        if (runs) {
            return List.of(Finding.fine("The database is in use by the running Seloste."));
        }
        try (PostgresServer server = PostgresServer.start(cluster, Tuning.PRODUCTION)) {
            return examined(server.database("seloste"));
        }
    }

    private static List<Finding> examined(Access access) {
        Properties login = new Properties();
        login.setProperty("user", access.user());
        login.setProperty("password", access.password());
        login.setProperty("loginTimeout", "10");
        try (Connection connection = DriverManager.getConnection(access.url(), login)) {
            return examined(connection, access);
        } catch (SQLException e) {
            return List.of(Finding.wrong("The database " + access.url() + " cannot be reached as " + access.user()
                    + ": " + e.getMessage() + " Look at --database, and whether it runs and lets this machine in."));
        }
    }

    private static List<Finding> examined(Connection connection, Access access) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (ResultSet row = connection.createStatement().executeQuery("""
                select current_setting('server_version_num')::int, current_setting('server_version'),
                       rolcreaterole or rolsuper, rolsuper
                from pg_roles where rolname = current_user""")) {
            row.next();
            findings.add(
                    row.getInt(1) < OLDEST
                            ? Finding.wrong("The database is PostgreSQL " + row.getString(2)
                                    + "; Seloste needs 15 or newer. Move it to a newer server.")
                            : Finding.fine("The database answers: PostgreSQL " + row.getString(2) + "."));
            findings.add(roles(access, row.getBoolean(3)));
            if (row.getBoolean(4)) {
                findings.add(Finding.note("The login " + access.user() + " is a superuser. Row policies do not bind it:"
                        + " give Seloste a login of its own with CREATEROLE."));
            }
        }
        findings.addAll(missingExtensions(connection));
        return findings;
    }

    private static Finding roles(Access access, boolean may) {
        return may
                ? Finding.fine("The login " + access.user() + " may make the roles of the purposes.")
                : Finding.wrong("The login " + access.user() + " may not make roles, and each purpose needs one. Let an"
                        + " administrator run: alter role \"" + access.user() + "\" createrole;");
    }

    private static List<Finding> missingExtensions(Connection connection) throws SQLException {
        List<Finding> missing = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery("""
                select wanted from unnest(array['pg_trgm', 'unaccent', 'btree_gist']) wanted
                where wanted not in (select extname from pg_extension)""")) {
            while (rows.next()) {
                String name = rows.getString(1);
                missing.add(Finding.note("The extension " + name + " is not in the database. The start makes it; if it"
                        + " may not, let an administrator run: create extension " + name + " schema extensions;"));
            }
        }
        return missing;
    }
}
