package fi.seloste.rights;

import fi.seloste.base.Ids;
import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of how objections were weighed, one of each. */
@Component
class Balancings {

    private final JdbcClient jdbc;

    Balancings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first one stays: whoever weighed has said why. */
    void add(RequestId request, Balancing.Outcome outcome, Happenings.Made made) {
        jdbc.sql("""
                        insert into rights.balancing (balancing_id, request_id, outcome, reasons, made_at, made_by)
                        values (:id, :request, :outcome, :reasons, :at, :by::uuid)
                            on conflict (request_id) do nothing""")
                .param("id", Ids.next())
                .param("request", request.value())
                .param("outcome", outcome.code())
                .param("reasons", some(made.reason()))
                .param("at", Sql.at(made.at()))
                .param("by", made.by())
                .update();
    }

    Optional<Balancing> find(RequestId request) {
        return jdbc.sql("select outcome, reasons, made_at from rights.balancing where request_id = :request")
                .param("request", request.value())
                .query((row, n) -> new Balancing(
                        Balancing.Outcome.of(row.getString("outcome")),
                        row.getString("reasons"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    private static @Nullable String some(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
