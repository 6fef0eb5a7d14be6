package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests that a restored database never heard of, or knew only as open, as the journal tells of them; SQL. */
@Component
class RecalledRequests {

    private final JdbcClient jdbc;

    RecalledRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the journal that this database, being restored, does not know: decided, whatever it knew of the request before. */
    void decided(Journal.Line line, Instant at) {
        jdbc.sql("""
                        insert into rights.request
                               (request_id, number, kind, state, channel, person_id, language, received_on, received_at, matched_at, decided_at)
                        values (:id, 'journal-' || :seq, :act, 'review', 'journal', :person, 'en', :on, :at, :at, :decided)
                            on conflict (request_id) do update
                               set state = 'review', person_id = excluded.person_id, matched_at = excluded.matched_at,
                                   decided_at = excluded.decided_at, closed_at = null""")
                .param("id", line.request().value())
                .param("seq", String.valueOf(line.seq()))
                .param("act", line.act())
                .param("person", line.person() == null ? null : line.person().value())
                .param("on", line.at().atZone(LegalDay.PLACE).toLocalDate())
                .param("at", Sql.at(at))
                .param("decided", Sql.at(line.at()))
                .update();
    }

    /** An objection that was being weighed; where it is known here it stays as it is. */
    void objecting(Journal.Line line, Instant at) {
        jdbc.sql("""
                        insert into rights.request
                               (request_id, number, kind, state, channel, person_id, language, received_on, received_at, matched_at)
                        values (:id, 'journal-' || :seq, 'objection', 'review', 'journal', :person, 'en', :on, :at, :at)
                            on conflict (request_id) do nothing""")
                .param("id", line.request().value())
                .param("seq", String.valueOf(line.seq()))
                .param("person", line.person() == null ? null : line.person().value())
                .param("on", line.at().atZone(LegalDay.PLACE).toLocalDate())
                .param("at", Sql.at(at))
                .update();
    }

    /** An objection that was taken back, or overridden, after this database was written. */
    void ended(RequestId id, Request.State state, Instant at) {
        jdbc.sql("""
                        update rights.request
                           set state = :state, closed_at = :at
                         where request_id = :id and closed_at is null""")
                .param("state", state.code())
                .param("at", Sql.at(at))
                .param("id", id.value())
                .update();
    }
}
