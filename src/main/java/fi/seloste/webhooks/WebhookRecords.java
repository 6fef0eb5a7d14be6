package fi.seloste.webhooks;

import fi.seloste.store.Purpose;
import fi.seloste.store.Sql;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of webhooks. */
@Component
class WebhookRecords {

    private static final String SELECT =
            "select webhook_id, name, url, purpose, events, made_at, paused_at, paused_for, failing_since, old_until from webhooks.webhook";

    private final JdbcClient jdbc;

    WebhookRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Webhook> all() {
        return jdbc.sql(SELECT + " order by made_at, webhook_id")
                .query((row, n) -> webhook(row))
                .list();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql(SELECT + " where webhook_id = :id")
                .param("id", id)
                .query((row, n) -> webhook(row))
                .optional();
    }

    /** By which its calls are signed: the newest, and for a while the one before. */
    List<byte[]> secrets(UUID id, Instant now) {
        return jdbc.sql("""
                        select sealed_secret from webhooks.webhook where webhook_id = :id
                         union all
                        select old_secret from webhooks.webhook where webhook_id = :id and old_until > :now""")
                .param("id", id)
                .param("now", Sql.at(now))
                .query(byte[].class)
                .list();
    }

    void add(UUID id, Webhook.Wish wish, byte[] secret, @Nullable UUID by, Instant now) {
        jdbc.sql("""
                        insert into webhooks.webhook (webhook_id, name, url, purpose, events, sealed_secret, made_at, made_by)
                        values (:id, :name, :url, :purpose, :events, :secret, :now, :by::uuid)""")
                .param("id", id)
                .param("name", wish.name())
                .param("url", wish.url().toString())
                .param("purpose", wish.purpose().code())
                .param("events", codes(wish.events()))
                .param("secret", secret)
                .param("now", Sql.at(now))
                .param("by", by)
                .update();
    }

    /** Its purpose stays: a program that is to see others is another webhook. */
    void change(UUID id, String name, URI url, List<Happening> events) {
        jdbc.sql("update webhooks.webhook set name = :name, url = :url, events = :events where webhook_id = :id")
                .param("id", id)
                .param("name", name)
                .param("url", url.toString())
                .param("events", codes(events))
                .update();
    }

    /** The one that was before signs beside it until then. */
    void setSecret(UUID id, byte[] secret, Instant until) {
        jdbc.sql("""
                        update webhooks.webhook
                           set old_secret = sealed_secret, old_until = :until, sealed_secret = :secret
                         where webhook_id = :id""")
                .param("id", id)
                .param("secret", secret)
                .param("until", Sql.at(until))
                .update();
    }

    int forgetOldSecrets(Instant now) {
        return jdbc.sql("update webhooks.webhook set old_secret = null, old_until = null where old_until <= :now")
                .param("now", Sql.at(now))
                .update();
    }

    boolean pause(UUID id, String why, Instant now) {
        return jdbc.sql(
                                "update webhooks.webhook set paused_at = :now, paused_for = :why where webhook_id = :id and paused_at is null")
                        .param("id", id)
                        .param("why", why)
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    boolean resume(UUID id) {
        return jdbc.sql(
                                "update webhooks.webhook set paused_at = null, paused_for = null where webhook_id = :id and paused_at is not null")
                        .param("id", id)
                        .update()
                > 0;
    }

    void remove(UUID id) {
        jdbc.sql("delete from webhooks.webhook where webhook_id = :id")
                .param("id", id)
                .update();
    }

    void works(UUID id) {
        jdbc.sql(
                        "update webhooks.webhook set failing_since = null where webhook_id = :id and failing_since is not null")
                .param("id", id)
                .update();
    }

    void fails(UUID id, Instant now) {
        jdbc.sql("update webhooks.webhook set failing_since = :now where webhook_id = :id and failing_since is null")
                .param("id", id)
                .param("now", Sql.at(now))
                .update();
    }

    private static String[] codes(List<Happening> events) {
        return Sql.array(events.stream().map(Happening::code).toList());
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("webhook_id", UUID.class),
                new Webhook.Wish(
                        row.getString("name"),
                        URI.create(row.getString("url")),
                        Purpose.of(row.getString("purpose")),
                        Arrays.stream((String[]) row.getArray("events").getArray())
                                .map(Happening::of)
                                .toList()),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                new Webhook.Health(
                        Sql.moment(row, "paused_at"), row.getString("paused_for"), Sql.moment(row, "failing_since")),
                Sql.moment(row, "old_until"));
    }
}
