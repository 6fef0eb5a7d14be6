package fi.seloste.breaches;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of breaches. */
@Component
class BreachRecords {

    private static final String SELECT = """
            select breach_id, version, aware_at, nature, concerned, people, effects, measures, risk, notified_at, late_reason, told_at,
                   told_how, closed_at, recorded_at
              from breaches.breach
            """;

    private final JdbcClient jdbc;

    BreachRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first; of those that are closed only so many. */
    List<Breach> list(int limit) {
        return jdbc.sql(SELECT + "order by (closed_at is null) desc, aware_at desc, breach_id limit :limit")
                .param("limit", limit)
                .query((row, n) -> breach(row))
                .list();
    }

    List<Breach> list(@Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where :after::uuid is null
                           or (aware_at, breach_id) < (select l.aware_at, l.breach_id from breaches.breach l where l.breach_id = :after::uuid)
                        order by aware_at desc, breach_id desc
                        limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> breach(row))
                .list();
    }

    int open() {
        return jdbc.sql("select count(*) from breaches.breach where closed_at is null")
                .query(Integer.class)
                .single();
    }

    /** As {@link Breach#awaitsAuthority} says. */
    List<Breach> awaitingAuthority(int limit) {
        return jdbc.sql(SELECT + """
                        where closed_at is null and notified_at is null and risk <> 'none'
                        order by aware_at, breach_id
                        limit :limit""")
                .param("limit", limit)
                .query((row, n) -> breach(row))
                .list();
    }

    Optional<Breach> find(UUID id) {
        return jdbc.sql(SELECT + "where breach_id = :id")
                .param("id", id)
                .query((row, n) -> breach(row))
                .optional();
    }

    UUID add(Breach.Facts facts, Actor actor, Instant now) {
        var id = Ids.next();
        facts(jdbc.sql("""
                                insert into breaches.breach
                                       (breach_id, aware_at, nature, concerned, people, effects, measures, risk, recorded_at, recorded_by)
                                values (:id, :aware, :nature, :concerned, :people::integer, :effects, :measures, :risk, :now, :by::uuid)"""), facts)
                .param("id", id)
                .param("now", Sql.at(now))
                .param("by", actor.staff())
                .update();
        return id;
    }

    /** False where somebody else wrote meanwhile. */
    boolean set(UUID id, Breach.Facts facts, int version) {
        return facts(jdbc.sql("""
                                update breaches.breach
                                   set aware_at = :aware, nature = :nature, concerned = :concerned, people = :people::integer,
                                       effects = :effects, measures = :measures, risk = :risk, version = version + 1
                                 where breach_id = :id and version = :version"""), facts)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec facts(JdbcClient.StatementSpec statement, Breach.Facts facts) {
        return statement
                .param("aware", Sql.at(facts.awareAt()))
                .param("nature", facts.nature())
                .param("concerned", facts.concerned())
                .param("people", facts.people())
                .param("effects", facts.effects())
                .param("measures", facts.measures())
                .param("risk", facts.risk().code());
    }

    void notified(UUID id, Instant at, @Nullable String lateReason) {
        jdbc.sql("""
                        update breaches.breach
                           set notified_at = :at, late_reason = :reason, version = version + 1
                         where breach_id = :id""")
                .param("at", Sql.at(at))
                .param("reason", lateReason)
                .param("id", id)
                .update();
    }

    void told(UUID id, Instant at, String how) {
        jdbc.sql(
                        "update breaches.breach set told_at = :at, told_how = :how, version = version + 1 where breach_id = :id")
                .param("at", Sql.at(at))
                .param("how", how)
                .param("id", id)
                .update();
    }

    void closed(UUID id, Instant at) {
        jdbc.sql("update breaches.breach set closed_at = :at, version = version + 1 where breach_id = :id")
                .param("at", Sql.at(at))
                .param("id", id)
                .update();
    }

    private static Breach breach(ResultSet row) throws SQLException {
        return new Breach(
                row.getObject("breach_id", UUID.class),
                row.getInt("version"),
                new Breach.Facts(
                        at(row, "aware_at"),
                        row.getString("nature"),
                        row.getString("concerned"),
                        row.getObject("people", Integer.class),
                        row.getString("effects"),
                        row.getString("measures"),
                        Risk.of(row.getString("risk"))),
                new Breach.Course(
                        maybeAt(row, "notified_at"),
                        row.getString("late_reason"),
                        maybeAt(row, "told_at"),
                        row.getString("told_how"),
                        maybeAt(row, "closed_at"),
                        at(row, "recorded_at")));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
