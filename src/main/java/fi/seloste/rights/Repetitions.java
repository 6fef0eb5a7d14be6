package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests ask for the same as an earlier one of the same person. */
@Component
class Repetitions {

    private final Requests requests;
    private final JdbcClient jdbc;

    Repetitions(Requests requests, JdbcClient jdbc) {
        this.requests = requests;
        this.jdbc = jdbc;
    }

    /** The first of the row, however many there are: it is the one whose clock runs. */
    Optional<RequestId> earliest(RequestId request) {
        return jdbc.sql("select earlier_id from rights.repetition where request_id = :request")
                .param("request", request.value())
                .query(UUID.class)
                .optional()
                .map(RequestId::new);
    }

    /** Those of the row that wait for the answer to its first. */
    List<Request> waitingFor(RequestId earlier) {
        return requests.whole(jdbc.sql(Requests.SELECT + """
                        where r.earlier_id = :earlier and q.closed_at is null and q.decided_at is null
                        order by q.received_on, q.request_id""")
                .param("earlier", earlier.value())
                .query(RequestRecord.class)
                .list());
    }

    /**
     * Open requests of these people, or from an address that looks alike, however many others wait. Which spellings of an address are one is
     * for the caller to say: here capitals, tags, dots and the domain do not count.
     */
    List<Request> openLike(List<UUID> people, @Nullable String email) {
        return requests.whole(jdbc.sql(Requests.SELECT + """
                        where q.closed_at is null
                          and (q.person_id = any(:people::uuid[])
                               or replace(lower(split_part(split_part(q.email, '@', 1), '+', 1)), '.', '')
                                = replace(lower(split_part(split_part(:email::text, '@', 1), '+', 1)), '.', ''))
                        order by q.received_on, q.request_id""")
                .param("people", people.toArray(UUID[]::new))
                .param("email", email)
                .query(RequestRecord.class)
                .list());
    }

    boolean isOf(RequestId later, RequestId earlier) {
        return earliest(later).filter(earlier::equals).isPresent();
    }

    void add(RequestId later, RequestId earlier, Instant at, @Nullable UUID by) {
        jdbc.sql("update rights.repetition set earlier_id = :earlier where earlier_id = :later")
                .param("earlier", earlier.value())
                .param("later", later.value())
                .update();
        jdbc.sql("""
                        insert into rights.repetition (request_id, earlier_id, linked_at, linked_by)
                        values (:later, :earlier, :at, :by)
                            on conflict (request_id) do update
                               set earlier_id = excluded.earlier_id, linked_at = excluded.linked_at, linked_by = excluded.linked_by""")
                .param("later", later.value())
                .param("earlier", earlier.value())
                .param("at", Sql.at(at))
                .param("by", by)
                .update();
    }

    void remove(RequestId later) {
        jdbc.sql("delete from rights.repetition where request_id = :later")
                .param("later", later.value())
                .update();
    }
}
