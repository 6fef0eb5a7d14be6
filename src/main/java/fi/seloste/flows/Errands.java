package fi.seloste.flows;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Jobs;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of tasks that wait to be written down. */
@Component
class Errands {

    private final JdbcClient jdbc;
    private final Jobs jobs;

    Errands(JdbcClient jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    record Errand(
            PersonId person,
            String flow,
            String text,
            int days,
            @Nullable UUID owner) {}

    /** In the transaction that leads the person on. */
    void add(Passage passage, Step.Task task, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into flows.errand (errand_id, flow_id, person_id, standing, text, days, owner_by, made_at)
                        select :id, :flow, p.person_id, p.standing, :text, :days, :owner::uuid, :now
                          from register.person p
                         where p.person_id = :person""")
                .param("id", id)
                .param("flow", passage.flow())
                .param("person", passage.person().value())
                .param("text", task.text())
                .param("days", task.days())
                .param("owner", task.owner())
                .param("now", Sql.at(now))
                .update();
        jobs.later(EntrustingJob.NAME, id.toString());
    }

    /** Nobody else takes it, and after the transaction it is gone. */
    Optional<Errand> take(UUID id) {
        return jdbc.sql("""
                        with taken as (
                            delete from flows.errand e
                             where e.errand_id = :id
                            returning e.person_id, e.flow_id, e.text, e.days, e.owner_by)
                        select t.person_id, f.name, t.text, t.days, t.owner_by
                          from taken t
                          join flows.flow f on f.flow_id = t.flow_id""")
                .param("id", id)
                .query((row, n) -> new Errand(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        row.getString("text"),
                        row.getInt("days"),
                        row.getObject("owner_by", UUID.class)))
                .optional();
    }
}
