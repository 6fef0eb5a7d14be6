package fi.seloste.postgres;

import fi.seloste.installation.Access;
import fi.seloste.installation.Trouble;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The superuser's only work: the owner's role, the database, its extensions. Each step may be repeated. */
record Bootstrap(PostgresServer server, String password) {

    static final String OWNER = "seloste";
    static final String SCHEMA = "extensions";
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "btree_gist");

    Access database(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        try {
            try (Connection connection = open("postgres")) {
                owner(connection);
                if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                    run(connection, "create database " + name + " owner " + OWNER);
                    run(connection, "revoke all on database " + name + " from public");
                }
            }
            try (Connection connection = open(name)) {
                extensions(connection);
            }
        } catch (SQLException e) {
            throw new Trouble("The database " + name + " cannot be set up: " + e.getMessage() + ".", e);
        }
        return new Access(server.jdbcUrl(name), OWNER, password);
    }

    private void owner(Connection connection) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", OWNER)) {
            run(connection, "create role " + OWNER + " login nosuperuser nocreatedb createrole noinherit");
        }
        // Hexadecimal, so it may stand in the statement; set each time, in case the file was put back from elsewhere.
        run(connection, "alter role " + OWNER + " password '" + password + "'");
    }

    private static void extensions(Connection connection) throws SQLException {
        run(connection, "create schema if not exists " + SCHEMA + " authorization " + OWNER);
        run(connection, "grant usage on schema " + SCHEMA + " to public");
        for (String extension : EXTENSIONS) {
            run(connection, "create extension if not exists " + extension + " schema " + SCHEMA);
        }
    }

    private Connection open(String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.superuser(), server.superuserPassword());
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
