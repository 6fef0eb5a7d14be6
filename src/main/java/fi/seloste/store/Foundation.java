package fi.seloste.store;

import fi.seloste.installation.Trouble;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** What must stand before the schema: a server that is new enough, an owner who may make roles, and the roles. */
public final class Foundation {

    /** A schema of this name lies in a database into which a restore was begun and not ended. */
    public static final String UNFINISHED = "seloste_unfinished_restore";

    private static final int OLDEST = 150000;

    private final Address address;

    private Foundation(Address address) {
        this.address = address;
    }

    public static Foundation of(Address address) {
        return new Foundation(address);
    }

    /** Makes the logins and the roles of the purposes, as often as asked, and answers the prefix of their names. */
    public String lay() {
        try (var connection = open()) {
            connection.setAutoCommit(false);
            refuseUnfit(connection);
            var prefix = keptPrefix(connection);
            new RoleMaker(connection, prefix, address).make();
            connection.commit();
            return prefix;
        } catch (SQLException e) {
            throw unprepared(e);
        }
    }

    /** A database that was restored by halves holds some people and not others, and answers nobody. */
    public void refuseUnfinished() {
        try (var connection = open();
                var statement = connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
            statement.setString(1, UNFINISHED);
            try (var rows = statement.executeQuery()) {
                if (rows.next()) {
                    throw new Trouble("A restore into this database was begun and not ended, so it holds only a part of"
                            + " the backup and Seloste does not start on it. Run 'seloste restore FILE --replace'"
                            + " again, to its end.");
                }
            }
        } catch (SQLException e) {
            throw unprepared(e);
        }
    }

    /** As it was laid, by a visitor who changes nothing. */
    String prefix() {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select role_prefix from store.installation")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw unprepared(e);
        }
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.owner());
        properties.setProperty("password", address.password());
        properties.setProperty("loginTimeout", "20");
        return DriverManager.getConnection(address.url(), properties);
    }

    private IllegalStateException unprepared(SQLException e) {
        return new IllegalStateException(
                "The database at %s cannot be prepared: %s".formatted(address.url(), e.getMessage()), e);
    }

    private void refuseUnfit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select current_setting('server_version_num')::int, current_setting('server_version'),
                               rolcreaterole or rolsuper, has_database_privilege(current_database(), 'CREATE')
                          from pg_roles
                         where rolname = current_user""")) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw new Trouble("The database " + address.url() + " is PostgreSQL " + row.getString(2)
                        + ", and Seloste needs 15 or newer. Move it to a newer server.");
            }
            if (!row.getBoolean(3)) {
                throw new Trouble("The login " + address.owner() + " may not make roles, and each purpose needs one of"
                        + " its own. Let an administrator run: alter role \"" + address.owner() + "\" createrole;");
            }
            if (!row.getBoolean(4)) {
                throw new Trouble("The login " + address.owner() + " may not make schemas in the database. Let an"
                        + " administrator run: alter database \"" + connection.getCatalog() + "\" owner to \""
                        + address.owner() + "\";");
            }
        }
    }

    /** The prefix is the database's name when first made; a copy under another name keeps its own. */
    private static String keptPrefix(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(7356783)");
            statement.execute("create schema if not exists store");
            statement.execute("""
                    create table if not exists store.installation (
                        only_one    boolean not null default true,
                        role_prefix text    not null,
                        constraint installation_pk primary key (only_one),
                        constraint installation_only_one check (only_one)
                    )""");
            statement.execute("""
                    insert into store.installation (role_prefix)
                    select regexp_replace(lower(current_database()), '[^a-z0-9_]', '_', 'g')
                    on conflict do nothing""");
            try (var rows = statement.executeQuery("select role_prefix from store.installation")) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
