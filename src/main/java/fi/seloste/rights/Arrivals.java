package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages to the privacy address as rows of the desk, and which letters were about which request. */
@Component
class Arrivals {

    private static final String SELECT = """
            select arrival_id, message_id, state, received_on, request_id, reason, decided_at
              from rights.arrival
            """;

    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Arrival arrival, @Nullable Right guess) {
        jdbc.sql("""
                        insert into rights.arrival
                               (arrival_id, message_id, state, guess, received_on, request_id, decided_at)
                        values (:id, :message, :state, :guess, :on, :request, :decided)""")
                .param("id", arrival.id())
                .param("message", arrival.message())
                .param("state", arrival.state().code())
                .param("guess", guess == null ? null : guess.code())
                .param("on", arrival.receivedOn())
                .param(
                        "request",
                        arrival.request() == null ? null : arrival.request().value())
                .param("decided", Sql.at(arrival.decidedAt()))
                .update();
    }

    boolean isThere(UUID message) {
        return jdbc.sql("select exists (select 1 from rights.arrival where message_id = :id)")
                .param("id", message)
                .query(Boolean.class)
                .single();
    }

    Arrival get(UUID id) {
        return jdbc.sql(SELECT + "where arrival_id = :id")
                .param("id", id)
                .query((row, n) -> arrival(row))
                .optional()
                .orElseThrow(() -> Problem.notFound("message"));
    }

    Arrival lock(UUID id) {
        jdbc.sql("select arrival_id from rights.arrival where arrival_id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
        return get(id);
    }

    /** Those that wait, the oldest first, since they are due first; after the one that was shown last. */
    List<Arrival> waiting(@Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where state = 'waiting'
                          and (cast(:after as uuid) is null
                               or (received_on, arrival_id) > (select a.received_on, a.arrival_id from rights.arrival a where a.arrival_id = :after))
                        order by received_on, arrival_id
                        limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> arrival(row))
                .list();
    }

    /** Those of another state, newest first. */
    List<Arrival> decided(Arrival.State state, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where state = :state and (cast(:after as uuid) is null or arrival_id < :after)
                        order by arrival_id desc
                        limit :limit""")
                .param("state", state.code())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> arrival(row))
                .list();
    }

    List<Arrival> ofRequest(RequestId request) {
        return jdbc.sql(SELECT + "where request_id = :request order by arrival_id")
                .param("request", request.value())
                .query((row, n) -> arrival(row))
                .list();
    }

    /** How many wait, and from which day the oldest counts. */
    record Waiting(long count, @Nullable LocalDate oldest) {}

    Waiting waiting() {
        return jdbc.sql(
                        "select count(*) as count, min(received_on) as oldest from rights.arrival where state = 'waiting'")
                .query(Waiting.class)
                .single();
    }

    void decide(UUID id, Arrival.State state, @Nullable RequestId request, Decision decision) {
        jdbc.sql("""
                        update rights.arrival
                           set state = :state, request_id = :request, reason = :reason, decided_at = :at, decided_by = :by
                         where arrival_id = :id""")
                .param("state", state.code())
                .param("request", request == null ? null : request.value())
                .param("reason", decision.reason())
                .param("at", Sql.at(decision.at()))
                .param("by", decision.by())
                .param("id", id)
                .update();
    }

    /** Who decided when, and why where that is asked. */
    record Decision(@Nullable String reason, Instant at, Actor actor) {

        @Nullable
        UUID by() {
            return actor.staff();
        }
    }

    void letter(UUID letter, RequestId request) {
        jdbc.sql("insert into rights.sent_letter (letter_id, request_id) values (:letter, :request)")
                .param("letter", letter)
                .param("request", request.value())
                .update();
    }

    Optional<RequestId> ofLetters(List<UUID> letters) {
        return jdbc.sql(
                        "select request_id from rights.sent_letter where letter_id = any(:ids::uuid[]) order by letter_id desc limit 1")
                .param("ids", letters.toArray(UUID[]::new))
                .query(UUID.class)
                .optional()
                .map(RequestId::new);
    }

    Optional<RequestId> ofMessages(List<UUID> messages) {
        return jdbc.sql("""
                        select request_id
                          from rights.arrival
                         where message_id = any(:ids::uuid[]) and request_id is not null
                         order by arrival_id desc
                         limit 1""")
                .param("ids", messages.toArray(UUID[]::new))
                .query(UUID.class)
                .optional()
                .map(RequestId::new);
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        var request = row.getObject("request_id", UUID.class);
        var decidedAt = row.getTimestamp("decided_at");
        return new Arrival(
                row.getObject("arrival_id", UUID.class),
                row.getObject("message_id", UUID.class),
                Arrival.State.of(row.getString("state")),
                row.getObject("received_on", LocalDate.class),
                request == null ? null : new RequestId(request),
                row.getString("reason"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
