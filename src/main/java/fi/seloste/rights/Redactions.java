package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Art. 15(4): what concerns somebody else. Marked, it holds the answer; somebody decides whether it is left out or given. */
@Component
class Redactions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Redactions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A field of a row that is kept somewhere. */
    public record Spot(String place, String row, String field) {}

    UUID mark(RequestId request, Spot spot, String reason) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into rights.redaction (redaction_id, request_id, place, row_key, field, state, reason, made_at)
                        values (:id, :request, :place, :row, :field, 'marked', :reason, :now)
                            on conflict (request_id, place, row_key, field) do update
                               set state = 'marked', reason = excluded.reason, decided_at = null, decided_by = null""")
                .param("id", id)
                .param("request", request.value())
                .param("place", spot.place())
                .param("row", spot.row())
                .param("field", spot.field())
                .param("reason", reason)
                .param("now", Sql.at(clock.instant()))
                .update();
        return list(request).stream()
                .filter(r -> r.place().equals(spot.place())
                        && r.rowKey().equals(spot.row())
                        && r.field().equals(spot.field()))
                .map(Redaction::redactionId)
                .findFirst()
                .orElse(id);
    }

    void decide(RequestId request, UUID redaction, boolean leaveOut, Actor actor) {
        int changed = jdbc.sql("""
                        update rights.redaction
                           set state = :state, decided_at = :now, decided_by = :by
                         where redaction_id = :id and request_id = :request""")
                .param("state", leaveOut ? "left-out" : "released")
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.staff())
                .param("id", redaction)
                .param("request", request.value())
                .update();
        if (changed == 0) {
            throw Problem.notFound("redaction");
        }
    }

    List<Redaction> list(RequestId request) {
        return jdbc.sql("""
                        select redaction_id, place, row_key, field, state, reason
                          from rights.redaction
                         where request_id = :request
                         order by made_at, redaction_id""")
                .param("request", request.value())
                .query(Redaction.class)
                .list();
    }

    /** The reason by the mark of each field that is left out. */
    Map<String, String> leftOut(RequestId request) {
        var reasons = new HashMap<String, String>();
        for (var one : list(request)) {
            if (!one.state().equals("released")) {
                var reason = one.reason() == null ? "15(4)" : one.reason();
                reasons.put(Contents.mark(one.place(), one.rowKey(), one.field()), reason);
            }
        }
        return reasons;
    }

    /** The answer waits for these; the sentence names each. */
    void mustBeDecided(Request request) {
        var marked = list(request.id()).stream()
                .filter(r -> r.state().equals("marked"))
                .map(r -> "%s %s.%s".formatted(r.place(), r.rowKey(), r.field()))
                .toList();
        if (!marked.isEmpty()) {
            throw Problem.conflict(
                    "rights.redaction.marked", request.number(), marked.size(), String.join(", ", marked));
        }
    }
}
