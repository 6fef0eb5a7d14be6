package fi.seloste.retention;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of sweeps: one a day, and what each has removed. */
@Component
class Runs {

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sweep and its counts. */
    record Run(
            UUID runId,
            LocalDate onDay,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long people,
            long stopped,
            long shells,
            long removed) {

        boolean isFinished() {
            return finishedAt != null;
        }
    }

    private static final String RUN = """
            select r.run_id, r.on_day, r.started_at, r.finished_at, r.people, r.stopped, r.shells,
                   (select coalesce(sum(m.row_count), 0)::bigint from retention.removed m where m.on_day = r.on_day) as removed
              from retention.run r
            """;

    Optional<Run> of(LocalDate day) {
        return jdbc.sql(RUN + "where r.on_day = :day")
                .param("day", day)
                .query(Run.class)
                .optional();
    }

    List<Run> newest(int limit) {
        return jdbc.sql(RUN + "order by r.on_day desc limit :limit")
                .param("limit", limit)
                .query(Run.class)
                .list();
    }

    /** Begun, or gone on with where it was killed: whom something stops is still there and is counted anew. */
    Run begin(LocalDate day, Instant at) {
        jdbc.sql("""
                        insert into retention.run (run_id, on_day, started_at, last_at)
                        values (:id, :day, :at, :at)
                        on conflict (on_day) do update set stopped = 0 where run.finished_at is null""")
                .param("id", Ids.next())
                .param("day", day)
                .param("at", Sql.at(at))
                .update();
        return of(day).orElseThrow();
    }

    void count(UUID run, long people, long stopped, long shells, Instant at) {
        jdbc.sql("""
                        update retention.run
                           set people = people + :people, stopped = stopped + :stopped, shells = shells + :shells, last_at = :at
                         where run_id = :run""")
                .param("people", people)
                .param("stopped", stopped)
                .param("shells", shells)
                .param("at", Sql.at(at))
                .param("run", run)
                .update();
    }

    void removed(UUID run, Map<String, Long> rows) {
        rows.forEach((category, count) -> jdbc.sql("""
                        insert into retention.removed (on_day, category, row_count)
                        select r.on_day, :category, :count from retention.run r where r.run_id = :run
                        on conflict (on_day, category) do update set row_count = removed.row_count + excluded.row_count""")
                .param("run", run)
                .param("category", category)
                .param("count", count)
                .update());
    }

    void finish(UUID run, Instant at) {
        jdbc.sql("update retention.run set finished_at = :at, last_at = :at where run_id = :run")
                .param("at", Sql.at(at))
                .param("run", run)
                .update();
    }
}
