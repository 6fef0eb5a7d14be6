package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of audiences that enter flows part by part. */
@Component
class Additions {

    private static final String SELECT = """
            select addition_id, flow_id, audience_id, people, looked, entered, asked_at, by_name
              from flows.addition
            """;

    private final JdbcClient jdbc;

    Additions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the same is under way already. */
    boolean add(UUID flow, UUID audience, int people, Actor actor, Instant now) {
        return jdbc.sql("""
                        insert into flows.addition (addition_id, flow_id, audience_id, people, asked_at, asked_by, by_name)
                        values (:id, :flow, :audience, :people, :now, :by::uuid, :name)
                            on conflict (flow_id, audience_id) where ended_at is null do nothing""")
                        .param("id", Ids.next())
                        .param("flow", flow)
                        .param("audience", audience)
                        .param("people", people)
                        .param("now", Sql.at(now))
                        .param("by", actor.staff())
                        .param("name", actor.kind() == Actor.Kind.SYSTEM ? "" : actor.name())
                        .update()
                == 1;
    }

    /** Those under way, the oldest first. */
    List<Addition> open() {
        return jdbc.sql(SELECT + "where ended_at is null order by asked_at, addition_id")
                .query((row, n) -> addition(row))
                .list();
    }

    List<Addition> open(UUID flow) {
        return jdbc.sql(SELECT + "where flow_id = :flow and ended_at is null order by asked_at, addition_id")
                .param("flow", flow)
                .query((row, n) -> addition(row))
                .list();
    }

    /** If it is under way still: for the rest of the transaction nobody else goes on with it or takes it back. */
    Optional<Addition> hold(UUID id) {
        return jdbc.sql(SELECT + "where addition_id = :id and ended_at is null for update")
                .param("id", id)
                .query((row, n) -> addition(row))
                .optional();
    }

    /** After whom it goes on. */
    Optional<UUID> lookedTo(UUID id) {
        return jdbc.sql("select looked_to from flows.addition where addition_id = :id and looked_to is not null")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    void cameTo(UUID id, PersonId last, int looked, int entered) {
        jdbc.sql("""
                        update flows.addition
                           set looked_to = :last, looked = looked + :looked, entered = entered + :entered
                         where addition_id = :id""")
                .param("id", id)
                .param("last", last.value())
                .param("looked", looked)
                .param("entered", entered)
                .update();
    }

    void end(UUID id, String outcome, Instant now) {
        jdbc.sql(
                        "update flows.addition set ended_at = :now, outcome = :outcome, looked_to = null where addition_id = :id")
                .param("id", id)
                .param("outcome", outcome)
                .param("now", Sql.at(now))
                .update();
    }

    private static Addition addition(ResultSet row) throws SQLException {
        return new Addition(
                row.getObject("addition_id", UUID.class),
                row.getObject("flow_id", UUID.class),
                row.getObject("audience_id", UUID.class),
                new Addition.Progress(row.getInt("people"), row.getInt("looked"), row.getInt("entered")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"));
    }
}
