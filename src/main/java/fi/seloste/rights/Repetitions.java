package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests ask for the same as an earlier one of the same person. */
@Component
class Repetitions {

    private final JdbcClient jdbc;

    Repetitions(JdbcClient jdbc) {
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
