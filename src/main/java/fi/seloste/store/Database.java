package fi.seloste.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The database of this installation: its roles, its migrated schema, and a pool for each login. Made before anything else of the
 * house, so that nothing meets an unmigrated schema.
 */
@Component
public class Database implements DisposableBean {

    private final Address address;
    private final String rolePrefix;
    private final Map<Login, HikariDataSource> pools = new EnumMap<>(Login.class);

    Database(Address address) {
        this.address = address;
        this.rolePrefix = makeRoles();
        migrate();
        for (var login : Login.values()) {
            pools.put(login, pool(login));
        }
    }

    public String rolePrefix() {
        return rolePrefix;
    }

    public String ownerName() {
        return address.owner();
    }

    HikariDataSource pool(Login login, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName("seloste-" + login.code());
        config.setJdbcUrl(address.url());
        config.setUsername(user);
        config.setPassword(password);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(login.connections());
        config.setIdleTimeout(60_000);
        config.setAutoCommit(false);
        config.setInitializationFailTimeout(-1);
        if (login == Login.TECHNICAL) {
            // The scheduler takes connections of this login by itself, outside store.Purposes.
            config.setIsolateInternalQueries(true);
            config.setConnectionInitSql("set role " + rolePrefix + "_" + Purpose.TECHNICAL.code());
        }
        config.addDataSourceProperty("ApplicationName", "seloste " + login.code());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("stringtype", "unspecified");
        return new HikariDataSource(config);
    }

    HikariDataSource of(Login login) {
        var pool = pools.get(login);
        if (pool == null) {
            throw new IllegalStateException("No pool for " + login);
        }
        return pool;
    }

    /** Closes idle and running connections of every pool: a test does this before it takes the database away. */
    public void evict() {
        pools.values().forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
    }

    @Override
    public void destroy() {
        pools.values().forEach(HikariDataSource::close);
    }

    private HikariDataSource pool(Login login) {
        if (login == Login.OWNER) {
            return pool(login, address.owner(), address.password());
        }
        var user = rolePrefix + "_login_" + login.code();
        return pool(login, user, address.passwordOf(user));
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(address.url(), address.owner(), address.password())
                .locations("classpath:db/migration")
                .schemas("store")
                .createSchemas(false)
                .table("migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    private String makeRoles() {
        var properties = new Properties();
        properties.setProperty("user", address.owner());
        properties.setProperty("password", address.password());
        try (var connection = DriverManager.getConnection(address.url(), properties)) {
            connection.setAutoCommit(false);
            var prefix = keptPrefix(connection);
            new RoleMaker(connection, prefix, address).make();
            connection.commit();
            return prefix;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database at %s cannot be prepared: %s".formatted(address.url(), e.getMessage()), e);
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
