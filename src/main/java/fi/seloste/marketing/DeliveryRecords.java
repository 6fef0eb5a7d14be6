package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.base.Spot;
import fi.seloste.register.Sought;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what went to whom. Runs in the marketing purpose: of whoever has said no since, nothing is there to be listed. */
@Component
class DeliveryRecords {

    private static final String SELECT = """
            select d.delivery_id, d.person_id, p.name, d.address, d.language, d.state, d.reason, d.uncertain, %s as at,
                   d.state = 'waiting' and\s""" + HeldBack.SQL + """
                    as held
              from marketing.delivery d
              join register.person p on p.person_id = d.person_id
             where d.campaign_id = :campaign
            """;

    private final JdbcClient jdbc;

    DeliveryRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeliveryRow> page(UUID campaign, DeliveryQuery query, @Nullable Spot from, int limit) {
        return query == DeliveryQuery.LEFT ? left(campaign, query, from, limit) : apart(campaign, query, from, limit);
    }

    /** By the index that the pace is held by. */
    private List<DeliveryRow> left(UUID campaign, DeliveryQuery query, @Nullable Spot from, int limit) {
        return rows(jdbc.sql(SELECT.formatted("d.taken_at") + """
                        and d.taken_at is not null and d.state in (%s)
                        and (:at::timestamptz is null or (d.taken_at, d.delivery_id) < (:at::timestamptz, :id::uuid))
                      order by d.taken_at desc, d.delivery_id desc
                      limit :limit""".formatted(query.states())), campaign, from, limit);
    }

    private List<DeliveryRow> apart(UUID campaign, DeliveryQuery query, @Nullable Spot from, int limit) {
        return rows(jdbc.sql(SELECT.formatted("d.next_at") + """
                        and d.state in (%s)
                        and (:at::timestamptz is null or (d.next_at, d.delivery_id) > (:at::timestamptz, :id::uuid))
                      order by d.next_at, d.delivery_id
                      limit :limit""".formatted(query.states())), campaign, from, limit);
    }

    /** What went to the people whom some words find, whatever became of it, the newest first. */
    List<DeliveryRow> of(UUID campaign, Sought sought, @Nullable Spot from, int limit) {
        var at = "coalesce(d.taken_at, d.next_at)";
        return rows(
                sought.in(jdbc.sql(SELECT.formatted(at) + """
                        and %2$s
                        and (:at::timestamptz is null or (%1$s, d.delivery_id) < (:at::timestamptz, :id::uuid))
                      order by %1$s desc, d.delivery_id desc
                      limit :limit""".formatted(at, sought.holds()))), campaign, from, limit);
    }

    private static List<DeliveryRow> rows(
            JdbcClient.StatementSpec asked, UUID campaign, @Nullable Spot from, int limit) {
        return asked.param("campaign", campaign)
                .param("at", from == null ? null : Sql.at(from.at()))
                .param("id", from == null ? null : from.id())
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    private static DeliveryRow row(ResultSet row) throws SQLException {
        return new DeliveryRow(
                row.getObject("delivery_id", UUID.class),
                new DeliveryRow.Reader(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        row.getString("address")),
                row.getString("language"),
                new DeliveryRow.Fate(
                        row.getString("state"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("uncertain"),
                        row.getBoolean("held")),
                List.of());
    }
}
