package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.datamap.Walk;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who else holds the person's data and must be asked for them or told (Art. 15, 19). Each is a task until there is evidence that it is done. */
@Component
class RecipientTasks {

    private final Walk walk;
    private final NoticeFacts notice;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecipientTasks(Walk walk, NoticeFacts notice, JdbcClient jdbc, Clock clock) {
        this.walk = walk;
        this.notice = notice;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One for each recipient that keeps copies of a category in which something is kept about the person. */
    void note(Request request, PersonId person) {
        if (!request.right().concernsRecipients()) {
            return;
        }
        var told = notice.in(request.asker().locale());
        var held = walk.sections(person).stream()
                .filter(s -> s.rows() > 0)
                .map(s -> told.declared(s.table().category()))
                .collect(Collectors.toSet());
        told.receivers().stream()
                .filter(r -> r.reach().keepsCopies() && r.categories().stream().anyMatch(held::contains))
                .forEach(r -> add(request.id(), r.id()));
    }

    private void add(RequestId request, String recipient) {
        jdbc.sql("""
                        insert into rights.recipient_task (task_id, request_id, recipient, state, made_at)
                        values (:id, :request, :recipient, 'open', :now)
                            on conflict (request_id, recipient) do nothing""")
                .param("id", Ids.next())
                .param("request", request.value())
                .param("recipient", recipient)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    List<RecipientTask> list(RequestId request) {
        return jdbc.sql("""
                        select task_id, recipient, state, evidence, done_at
                          from rights.recipient_task
                         where request_id = :request
                         order by recipient""")
                .param("request", request.value())
                .query(RecipientTask.class)
                .list();
    }

    void become(RequestId request, UUID task, String state, String evidence, Actor actor) {
        if (!List.of("done", "failed", "skipped").contains(state)) {
            throw Problem.invalid("state", "rights.task.state", state);
        }
        int changed = jdbc.sql("""
                        update rights.recipient_task
                           set state = :state, evidence = :evidence, done_at = :now, done_by = :by
                         where task_id = :task and request_id = :request""")
                .param("state", state)
                .param("evidence", evidence)
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.staff())
                .param("task", task)
                .param("request", request.value())
                .update();
        if (changed == 0) {
            throw Problem.notFound("task");
        }
    }
}
