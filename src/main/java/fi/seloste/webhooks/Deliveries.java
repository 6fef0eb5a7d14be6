package fi.seloste.webhooks;

import fi.seloste.base.Spot;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what webhooks are told. */
@Component
class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes, in whatever purpose runs, that something happened; one row for each webhook that wants to hear it and each object. */
    List<UUID> tell(Happening event, Instant at, Collection<UUID> objects) {
        return jdbc.sql("select t from webhooks.tell(:event, :at, :objects) t")
                .param("event", event.code())
                .param("at", Sql.at(at))
                .param("objects", objects.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** For one webhook alone, whether it wants to hear it or not. */
    UUID add(UUID webhook, Happening event, UUID object, Instant now) {
        return jdbc.sql("""
                        insert into webhooks.delivery (delivery_id, webhook_id, event, object_id, happened_at, next_at)
                        values (gen_random_uuid(), :webhook, :event, :object, :now, :now)
                        returning delivery_id""")
                .param("webhook", webhook)
                .param("event", event.code())
                .param("object", object)
                .param("now", Sql.at(now))
                .query(UUID.class)
                .single();
    }

    /** The newest first, after one of them. */
    List<Delivery> of(UUID webhook, @Nullable Spot from, int limit) {
        return jdbc.sql("""
                        select delivery_id, event, happened_at, attempts, next_at, ended_at, outcome, answer
                          from webhooks.delivery
                         where webhook_id = :webhook
                           and (:at::timestamptz is null or (happened_at, delivery_id) < (:at::timestamptz, :id::uuid))
                         order by happened_at desc, delivery_id desc
                         limit :limit""")
                .param("webhook", webhook)
                .param("at", from == null ? null : Sql.at(from.at()))
                .param("id", from == null ? null : from.id())
                .param("limit", limit)
                .query((row, n) -> delivery(row))
                .list();
    }

    /** Whose time has come, of webhooks that listen: the oldest first. */
    List<Delivery.Due> due(Instant now, int limit) {
        return jdbc.sql("""
                        select d.delivery_id, d.webhook_id, d.event, d.object_id, d.happened_at, d.attempts
                          from webhooks.delivery d
                          join webhooks.webhook w on w.webhook_id = d.webhook_id
                         where d.next_at <= :now and w.paused_at is null
                         order by d.next_at
                         limit :limit""")
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((row, n) -> due(row))
                .list();
    }

    /** Takes one for oneself until then: no other takes it before, and whoever dies with it leaves it to the next. */
    Optional<Delivery.Due> take(UUID id, Instant now, Instant until, boolean evenOfFailing) {
        return jdbc.sql("""
                        update webhooks.delivery d
                           set next_at = :until, attempts = d.attempts + 1
                          from webhooks.webhook w
                         where d.delivery_id = :id and d.next_at <= :now and w.webhook_id = d.webhook_id and w.paused_at is null
                           and (:evenOfFailing or w.failing_since is null)
                        returning d.delivery_id, d.webhook_id, d.event, d.object_id, d.happened_at, d.attempts""")
                .param("id", id)
                .param("now", Sql.at(now))
                .param("until", Sql.at(until))
                .param("evenOfFailing", evenOfFailing)
                .query((row, n) -> due(row))
                .optional();
    }

    void again(UUID id, Instant at, String answer) {
        jdbc.sql(
                        "update webhooks.delivery set next_at = :at, answer = :answer where delivery_id = :id and ended_at is null")
                .param("id", id)
                .param("at", Sql.at(at))
                .param("answer", answer)
                .update();
    }

    /** From now on nobody needs to know to whom it happened. */
    void end(UUID id, Delivery.Outcome outcome, @Nullable String answer, Instant now) {
        jdbc.sql("""
                        update webhooks.delivery
                           set ended_at = :now, next_at = null, object_id = null, outcome = :outcome, answer = :answer
                         where delivery_id = :id and ended_at is null""")
                .param("id", id)
                .param("outcome", outcome.code())
                .param("answer", answer)
                .param("now", Sql.at(now))
                .update();
    }

    void forgetEnded(Instant before) {
        jdbc.sql("delete from webhooks.delivery where ended_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    int waiting(UUID webhook) {
        return jdbc.sql("select count(*) from webhooks.delivery where webhook_id = :webhook and next_at is not null")
                .param("webhook", webhook)
                .query(Integer.class)
                .single();
    }

    private static Delivery.Due due(ResultSet row) throws SQLException {
        return new Delivery.Due(
                row.getObject("delivery_id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                Happening.of(row.getString("event")),
                row.getObject("object_id", UUID.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Delivery(
                row.getObject("delivery_id", UUID.class),
                Happening.of(row.getString("event")),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                new Delivery.Course(
                        row.getInt("attempts"),
                        Sql.moment(row, "next_at"),
                        Sql.moment(row, "ended_at"),
                        outcome == null ? null : Delivery.Outcome.of(outcome),
                        row.getString("answer")));
    }
}
