package fi.seloste.senders;

import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of pools and their servers. */
@Component
class PoolRecords {

    private static final String SELECT =
            "select pool_id, version, name, lines, per_minute, domain_per_minute from senders.pool ";

    private final JdbcClient jdbc;
    private final Paces paces;

    PoolRecords(JdbcClient jdbc, Paces paces) {
        this.jdbc = jdbc;
        this.paces = paces;
    }

    List<Pool> all() {
        var servers = servers(null);
        return jdbc.sql(SELECT + "order by lower(name), pool_id")
                .query((row, n) -> pool(row, servers, List.of()))
                .list();
    }

    Optional<Pool> find(UUID id, Instant now) {
        var servers = servers(id);
        var pauses = paces.pauses(id, now);
        return jdbc.sql(SELECT + "where pool_id = :id")
                .param("id", id)
                .query((row, n) -> pool(row, servers, pauses))
                .optional();
    }

    private Map<UUID, List<Pool.Server>> servers(@Nullable UUID pool) {
        return jdbc
                .sql("""
                        select pool_id, server_id, host, port, login, failures, trouble, rests_until, taken, taken_at
                          from senders.server
                         where :pool::uuid is null or pool_id = :pool::uuid
                         order by made_at, server_id""")
                .param("pool", pool)
                .query((row, n) -> Map.entry(row.getObject("pool_id", UUID.class), server(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    void add(UUID id, Pool.Wish wish, @Nullable UUID by, Instant now) {
        wished(jdbc.sql("""
                                insert into senders.pool (pool_id, name, lines, per_minute, domain_per_minute, made_at, made_by, changed_at)
                                values (:id, :name, :lines, :pace, :domainPace, :now, :by::uuid, :now)"""), wish)
                .param("id", id)
                .param("by", by)
                .param("now", Sql.at(now))
                .update();
    }

    void change(UUID id, Pool.Wish wish, Instant now) {
        wished(jdbc.sql("""
                                update senders.pool
                                   set name = :name, lines = :lines, per_minute = :pace, domain_per_minute = :domainPace, version = version + 1,
                                       changed_at = :now
                                 where pool_id = :id"""), wish).param("id", id).param("now", Sql.at(now)).update();
    }

    private static JdbcClient.StatementSpec wished(JdbcClient.StatementSpec statement, Pool.Wish wish) {
        return statement
                .param("name", wish.name())
                .param("lines", wish.lines())
                .param("pace", wish.perMinute())
                .param("domainPace", wish.domainPerMinute());
    }

    /** A sender that leaves by it keeps it: the database refuses. */
    void remove(UUID id) {
        jdbc.sql("delete from senders.pool where pool_id = :id").param("id", id).update();
    }

    void addServer(UUID pool, UUID id, Pool.Access access, byte @Nullable [] sealed, Instant now) {
        jdbc.sql("""
                        insert into senders.server (server_id, pool_id, host, port, login, sealed_password, made_at)
                        values (:id, :pool, :host, :port, :login, :sealed, :now)""")
                .param("id", id)
                .param("pool", pool)
                .param("host", access.host())
                .param("port", access.port())
                .param("login", access.user())
                .param("sealed", sealed)
                .param("now", Sql.at(now))
                .update();
    }

    void removeServer(UUID pool, UUID id) {
        jdbc.sql("delete from senders.server where server_id = :id and pool_id = :pool")
                .param("id", id)
                .param("pool", pool)
                .update();
    }

    Map<UUID, byte[]> sealedPasswords(UUID pool) {
        return jdbc
                .sql(
                        "select server_id, sealed_password from senders.server where pool_id = :pool and sealed_password is not null")
                .param("pool", pool)
                .query((row, n) -> Map.entry(row.getObject("server_id", UUID.class), row.getBytes("sealed_password")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What several lines are told at once is one failure; while it rests it has failed already. */
    void failed(UUID server, String trouble, Instant now, Instant restsUntil) {
        jdbc.sql("""
                        update senders.server
                           set failures = failures + 1, trouble = :trouble, rests_until = :until
                         where server_id = :id and (rests_until is null or rests_until <= :now)""")
                .param("id", server)
                .param("now", Sql.at(now))
                .param("trouble", trouble)
                .param("until", Sql.at(restsUntil))
                .update();
    }

    void took(UUID server, int messages, Instant now) {
        jdbc.sql("update senders.server set taken = taken + :messages, taken_at = :now where server_id = :id")
                .param("id", server)
                .param("messages", messages)
                .param("now", Sql.at(now))
                .update();
    }

    void works(UUID server) {
        jdbc.sql("update senders.server set failures = 0, trouble = null, rests_until = null where server_id = :id")
                .param("id", server)
                .update();
    }

    private static Pool.Server server(ResultSet row) throws SQLException {
        var rests = row.getObject("rests_until", OffsetDateTime.class);
        return new Pool.Server(
                row.getObject("server_id", UUID.class),
                new Pool.Access(row.getString("host"), row.getInt("port"), row.getString("login")),
                row.getInt("failures"),
                row.getString("trouble"),
                rests == null ? null : rests.toInstant(),
                new Pool.Took(row.getLong("taken"), Sql.moment(row, "taken_at")));
    }

    private static Pool pool(ResultSet row, Map<UUID, List<Pool.Server>> servers, List<Pool.Pause> pauses)
            throws SQLException {
        var id = row.getObject("pool_id", UUID.class);
        return new Pool(
                id,
                row.getInt("version"),
                new Pool.Wish(
                        row.getString("name"),
                        row.getInt("lines"),
                        row.getInt("per_minute"),
                        row.getInt("domain_per_minute")),
                servers.getOrDefault(id, List.of()),
                pauses);
    }
}
