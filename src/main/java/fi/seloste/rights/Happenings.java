package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a request, each kind a row of its own: steps, extension, suspensions, refusal. */
@Component
class Happenings {

    private final JdbcClient jdbc;

    Happenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who did it when, and in which words. */
    record Made(String reason, Instant at, Actor actor) {

        @Nullable
        UUID by() {
            return actor.staff();
        }
    }

    boolean isDone(RequestId id, Step step) {
        return jdbc.sql("select count(*) > 0 from rights.step where request_id = :id and name = :name")
                .param("id", id.value())
                .param("name", step.code())
                .query(Boolean.class)
                .single();
    }

    /** Every request that has come through the step. */
    Set<RequestId> done(Step step) {
        return jdbc.sql("select request_id from rights.step where name = :name")
                .param("name", step.code())
                .query((row, n) -> new RequestId(row.getObject("request_id", UUID.class)))
                .set();
    }

    void done(RequestId id, Step step, Instant at) {
        jdbc.sql("insert into rights.step (step_id, request_id, name, done_at) values (:step, :id, :name, :at)")
                .param("step", Ids.next())
                .param("id", id.value())
                .param("name", step.code())
                .param("at", Sql.at(at))
                .update();
    }

    /** Looked at once more: a scan that found something, a last step that could not yet be done. */
    void again(RequestId id, Step step) {
        jdbc.sql("delete from rights.step where request_id = :id and name = :name")
                .param("id", id.value())
                .param("name", step.code())
                .update();
    }

    List<Done> steps(RequestId id) {
        return jdbc.sql("select name, done_at from rights.step where request_id = :id order by done_at, step_id")
                .param("id", id.value())
                .query(Done.class)
                .list();
    }

    record Done(String name, Instant doneAt) {}

    void extend(RequestId id, LocalDate toldOn, Made made) {
        jdbc.sql("""
                        insert into rights.extension (extension_id, request_id, reason, told_on, made_at, made_by)
                        values (:extension, :id, :reason, :told, :at, :by)""")
                .param("extension", Ids.next())
                .param("id", id.value())
                .param("reason", made.reason())
                .param("told", toldOn)
                .param("at", Sql.at(made.at()))
                .param("by", made.by())
                .update();
    }

    void suspend(RequestId id, LocalDate askedOn, boolean forCause, Made made) {
        jdbc.sql("""
                        insert into rights.suspension (suspension_id, request_id, reason, asked_on, late_for_cause, made_at, made_by)
                        values (:suspension, :id, :reason, :asked, :cause, :at, :by)""")
                .param("suspension", Ids.next())
                .param("id", id.value())
                .param("reason", made.reason())
                .param("asked", askedOn)
                .param("cause", forCause)
                .param("at", Sql.at(made.at()))
                .param("by", made.by())
                .update();
    }

    /** The answer came, so the clock runs again. */
    boolean resume(RequestId id, LocalDate answeredOn) {
        return jdbc.sql("""
                        update rights.suspension
                           set answered_on = greatest(asked_on, :on)
                         where request_id = :id and answered_on is null""").param("on", answeredOn).param("id", id.value()).update() > 0;
    }

    void refuse(RequestId id, RefusalGround ground, Made made) {
        jdbc.sql("""
                        insert into rights.refusal (refusal_id, request_id, ground, reason, made_at, made_by)
                        values (:refusal, :id, :ground, :reason, :at, :by)""")
                .param("refusal", Ids.next())
                .param("id", id.value())
                .param("ground", ground.code())
                .param("reason", made.reason())
                .param("at", Sql.at(made.at()))
                .param("by", made.by())
                .update();
    }

    Optional<Refused> refusal(RequestId id) {
        return jdbc.sql("select ground, reason, made_at from rights.refusal where request_id = :id")
                .param("id", id.value())
                .query(Refused.class)
                .optional();
    }

    record Refused(String ground, @Nullable String reason, Instant madeAt) {}
}
