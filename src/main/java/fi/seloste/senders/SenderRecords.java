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

/** The SQL of senders and of what was found about them. */
@Component
class SenderRecords {

    private static final String SELECT = """
            select sender_id, version, name, address, reply_to, domain, selector, public_key, return_to, spf, pool_id, made_at
              from senders.sender
            """;

    private final JdbcClient jdbc;

    SenderRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Sender> all() {
        var findings = findings(null);
        return jdbc.sql(SELECT + "order by lower(name), sender_id")
                .query((row, n) -> sender(row, findings))
                .list();
    }

    Optional<Sender> find(UUID id) {
        var findings = findings(id);
        return jdbc.sql(SELECT + "where sender_id = :id")
                .param("id", id)
                .query((row, n) -> sender(row, findings))
                .optional();
    }

    private Map<UUID, List<Finding>> findings(@Nullable UUID sender) {
        return jdbc
                .sql("""
                        select sender_id, kind, passed, code, answer, looked_at
                          from senders.finding
                         where :sender::uuid is null or sender_id = :sender::uuid
                         order by case kind when 'spf' then 1 when 'dkim' then 2 else 3 end""")
                .param("sender", sender)
                .query((row, n) -> Map.entry(row.getObject("sender_id", UUID.class), finding(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    void add(UUID id, Sender.Wish wish, Key key, @Nullable UUID by, Instant now) {
        wished(jdbc.sql("""
                                insert into senders.sender
                                       (sender_id, name, address, reply_to, domain, selector, public_key, sealed_key, return_to, spf, pool_id, made_at, made_by,
                                        changed_at)
                                values (:id, :name, :address, :replyTo, :domain, :selector, :public, :sealed, :returnTo, :spf, :pool::uuid, :now, :by::uuid, :now)"""), wish)
                .param("id", id)
                .param("public", key.publicHalf())
                .param("sealed", key.sealed())
                .param("by", by)
                .param("now", Sql.at(now))
                .update();
    }

    /** The half that everybody may see, and the other under the house's key. */
    record Key(String publicHalf, byte[] sealed) {}

    void change(UUID id, Sender.Wish wish, Instant now) {
        wished(jdbc.sql("""
                                update senders.sender
                                   set name = :name, address = :address, reply_to = :replyTo, domain = :domain, selector = :selector,
                                       return_to = :returnTo, spf = :spf, pool_id = :pool::uuid, version = version + 1, changed_at = :now
                                 where sender_id = :id"""), wish).param("id", id).param("now", Sql.at(now)).update();
    }

    private static JdbcClient.StatementSpec wished(JdbcClient.StatementSpec statement, Sender.Wish wish) {
        return statement
                .param("name", wish.face().name())
                .param("address", wish.face().address())
                .param("replyTo", wish.face().replyTo())
                .param("domain", wish.domain().name())
                .param("selector", wish.domain().selector())
                .param("returnTo", wish.domain().returnTo())
                .param("spf", wish.domain().spf())
                .param("pool", wish.pool());
    }

    void setKey(UUID id, Key key, Instant now) {
        jdbc.sql("""
                        update senders.sender
                           set public_key = :public, sealed_key = :sealed, version = version + 1, changed_at = :now
                         where sender_id = :id""")
                .param("id", id)
                .param("public", key.publicHalf())
                .param("sealed", key.sealed())
                .param("now", Sql.at(now))
                .update();
    }

    byte[] sealedKey(UUID id) {
        return jdbc.sql("select sealed_key from senders.sender where sender_id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** Nobody who still leaves in its name is left behind: the database refuses. */
    void remove(UUID id) {
        jdbc.sql("delete from senders.sender where sender_id = :id")
                .param("id", id)
                .update();
    }

    void found(UUID id, List<Finding> findings) {
        jdbc.sql("delete from senders.finding where sender_id = :id")
                .param("id", id)
                .update();
        for (var one : findings) {
            jdbc.sql("""
                            insert into senders.finding (sender_id, kind, passed, code, answer, looked_at)
                            select sender_id, :kind, :passed, :code, :answer, :at from senders.sender where sender_id = :id""")
                    .param("id", id)
                    .param("kind", one.kind().code())
                    .param("passed", one.passed())
                    .param("code", one.code())
                    .param("answer", one.answer())
                    .param("at", Sql.at(one.at()))
                    .update();
        }
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Finding.Kind.of(row.getString("kind")),
                row.getBoolean("passed"),
                row.getString("code"),
                row.getString("answer"),
                row.getObject("looked_at", OffsetDateTime.class).toInstant());
    }

    private static Sender sender(ResultSet row, Map<UUID, List<Finding>> findings) throws SQLException {
        var id = row.getObject("sender_id", UUID.class);
        return new Sender(
                id,
                row.getInt("version"),
                new Sender.Wish(
                        new Sender.Face(row.getString("name"), row.getString("address"), row.getString("reply_to")),
                        new Sender.Domain(
                                row.getString("domain"),
                                row.getString("selector"),
                                row.getString("return_to"),
                                row.getString("spf")),
                        row.getObject("pool_id", UUID.class)),
                row.getString("public_key"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                findings.getOrDefault(id, List.of()));
    }
}
