package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of audiences that enter flows part by part. */
@Component
class Additions {

    static final UUID BEGINNING = new UUID(0, 0);

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

    /** After whom it goes on, and who was passed over until then. */
    record Mark(UUID lookedTo, List<PersonId> passedOver) {}

    Mark mark(UUID id) {
        return jdbc.sql(
                        "select coalesce(looked_to, :beginning) as looked_to, passed_over from flows.addition where addition_id = :id")
                .param("id", id)
                .param("beginning", BEGINNING)
                .query((row, n) ->
                        new Mark(row.getObject("looked_to", UUID.class), people(row.getArray("passed_over"))))
                .single();
    }

    void cameTo(UUID id, Mark mark, int looked, int entered) {
        jdbc.sql("""
                        update flows.addition
                           set looked_to = :last, passed_over = :passedOver::uuid[], looked = looked + :looked, entered = entered + :entered
                         where addition_id = :id""")
                .param("id", id)
                .param("last", mark.lookedTo())
                .param(
                        "passedOver",
                        mark.passedOver().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("looked", looked)
                .param("entered", entered)
                .update();
    }

    static List<PersonId> people(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(PersonId::new).toList();
    }

    void end(UUID id, String outcome, Instant now) {
        jdbc.sql(
                        "update flows.addition set ended_at = :now, outcome = :outcome, looked_to = null, passed_over = '{}' where addition_id = :id")
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
