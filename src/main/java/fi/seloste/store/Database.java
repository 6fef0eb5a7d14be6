package fi.seloste.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fi.seloste.installation.DataFolder;
import java.util.EnumMap;
import java.util.Map;
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

    Database(Address address, DataFolder folder) {
        this.address = address;
        this.rolePrefix = folder.isVisited() ? found() : made();
        for (var login : Login.values()) {
            pools.put(login, pool(login));
        }
    }

    private String made() {
        var foundation = Foundation.of(address);
        foundation.refuseUnfinished();
        var prefix = foundation.lay();
        Migrations.of(address).migrate();
        return prefix;
    }

    private String found() {
        Migrations.of(address).mustBeCurrent();
        return Foundation.of(address).prefix();
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
}
