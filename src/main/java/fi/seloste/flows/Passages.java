package fi.seloste.flows;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of people on their way through flows. Runs in the marketing purpose, so nobody who has said no is there to be led on. */
@Component
class Passages {

    private final JdbcClient jdbc;

    Passages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many entered; these somebody was changing at that moment, so that nobody knows whether they may. */
    record Entrance(int entered, List<PersonId> passedOver) {}

    /** How many entered; whoever is in it, was in it or may not be marketed to does not. Whoever is being changed is waited for. */
    int enter(UUID flow, Collection<PersonId> people, Instant now) {
        return enter(flow, people, true, now).entered();
    }

    /** Of very many: whoever is being changed at this moment keeps nobody waiting. */
    Entrance enterWithoutWaiting(UUID flow, Collection<PersonId> people, Instant now) {
        return enter(flow, people, false, now);
    }

    private Entrance enter(UUID flow, Collection<PersonId> people, boolean waits, Instant now) {
        return jdbc.sql("select entered, passed_over from flows.enter(:flow, :people::uuid[], :waits, :now)")
                .param("flow", flow)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("waits", waits)
                .param("now", Sql.at(now))
                .query((row, n) -> new Entrance(row.getInt("entered"), Additions.people(row.getArray("passed_over"))))
                .single();
    }

    /** In whatever purpose runs: somebody enters the flows that this begins. */
    void happened(Trigger trigger, PersonId person, Instant now) {
        jdbc.sql("select flows.happened(:kind, :value, :person, :now)")
                .param("kind", trigger.kind().code())
                .param("value", trigger.value())
                .param("person", person.value())
                .param("now", Sql.at(now))
                .query()
                .listOfRows();
    }

    /** Ends the way of whomever marketing does not see any more. */
    int leaveHidden(Instant now) {
        return jdbc.sql("select flows.leave_hidden(:now)")
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
    }

    /** Flows that run and have somebody whose next step is due. */
    List<UUID> flowsWithDue(Instant now) {
        return jdbc.sql("""
                        select f.flow_id
                          from flows.flow f
                         where f.state = 'running'
                           and exists (select 1 from flows.passage p where p.flow_id = f.flow_id and p.due_at <= :now)
                         order by f.flow_id""").param("now", Sql.at(now)).query(UUID.class).list();
    }

    /** Those that come after so many. */
    List<UUID> due(UUID flow, Instant now, int past, int most) {
        return jdbc.sql("""
                        select passage_id
                          from flows.passage
                         where flow_id = :flow and due_at <= :now
                         order by due_at
                        offset :past
                         limit :most""")
                .param("flow", flow)
                .param("now", Sql.at(now))
                .param("past", past)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /**
     * Of a flow that runs some whose time has come, after so many of them, for the rest of the transaction; what somebody else leads on at this moment is left
     * to them, and whoever is being changed, as by a ban, is passed over and waited for by nobody.
     */
    List<Passage> take(UUID flow, Instant now, int past, int most) {
        return taken("flow_id = :flow and due_at <= :now order by due_at offset :past limit :most", now)
                .param("flow", flow)
                .param("past", past)
                .param("most", most)
                .query((row, n) -> passage(row))
                .list();
    }

    /** The same of one. */
    Optional<Passage> take(UUID id, Instant now) {
        return taken("passage_id = :id and due_at <= :now", now)
                .param("id", id)
                .query((row, n) -> passage(row))
                .optional();
    }

    private JdbcClient.StatementSpec taken(String which, Instant now) {
        return jdbc.sql("""
                        with due as materialized (
                            select passage_id, person_id from flows.passage where %s),
                        still as materialized (
                            select h.person_id from flows.held((select array_agg(person_id) from due)) as h (person_id))
                        select p.passage_id, p.flow_id, p.edition_id, p.person_id, p.step_id, p.waits, p.tries
                          from due d
                          join still s on s.person_id = d.person_id
                          join flows.passage p on p.passage_id = d.passage_id and p.due_at <= :now
                          join flows.flow f on f.flow_id = p.flow_id and f.state = 'running'
                           for update of p skip locked""".formatted(which)).param("now", Sql.at(now));
    }

    private static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                row.getObject("passage_id", UUID.class),
                row.getObject("flow_id", UUID.class),
                row.getObject("edition_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new Passage.Stand(row.getObject("step_id", UUID.class), row.getBoolean("waits"), row.getInt("tries")));
    }

    void stand(List<Passage> people, Passage.Stand stand, Instant due, Instant now) {
        jdbc.sql("""
                        update flows.passage
                           set since_at = case when step_id = :step then since_at else :now end, step_id = :step, waits = :waits, tries = :tries,
                               due_at = :due
                         where passage_id = any(:ids::uuid[])""")
                .param("ids", ids(people))
                .param("step", stand.step())
                .param("waits", stand.waits())
                .param("tries", stand.tries())
                .param("due", Sql.at(due))
                .param("now", Sql.at(now))
                .update();
    }

    private static UUID[] ids(List<Passage> people) {
        return people.stream().map(Passage::id).toArray(UUID[]::new);
    }

    /** What could not be done is tried again later. */
    void putOff(UUID id, Instant until) {
        jdbc.sql("update flows.passage set due_at = :until where passage_id = :id and due_at is not null")
                .param("id", id)
                .param("until", Sql.at(until))
                .update();
    }

    void leave(List<Passage> people, UUID step, String kind, String why, Instant now) {
        jdbc.sql("""
                        with gone as (
                            update flows.passage
                               set due_at = null, step_id = :step
                             where passage_id = any(:ids::uuid[]) and due_at is not null
                            returning passage_id, flow_id, person_id, standing, title)
                        insert into flows.leaving (leaving_id, passage_id, flow_id, person_id, standing, kind, why, title, step_id, left_at)
                        select gen_random_uuid(), passage_id, flow_id, person_id, standing, :kind, :why, title, :step, :now
                          from gone""")
                .param("ids", ids(people))
                .param("step", step)
                .param("kind", kind)
                .param("why", why)
                .param("now", Sql.at(now))
                .update();
    }

    /** Everybody, or the one who is named. */
    int leaveAll(UUID flow, @Nullable UUID passage, String why, Instant now) {
        return jdbc.sql("""
                        with gone as (
                            update flows.passage
                               set due_at = null
                             where flow_id = :flow and due_at is not null and (:passage::uuid is null or passage_id = :passage::uuid)
                            returning passage_id, flow_id, person_id, standing, title, step_id)
                        insert into flows.leaving (leaving_id, passage_id, flow_id, person_id, standing, kind, why, title, step_id, left_at)
                        select gen_random_uuid(), passage_id, flow_id, person_id, standing, 'left', :why, title, step_id, :now
                          from gone""")
                .param("flow", flow)
                .param("passage", passage)
                .param("why", why)
                .param("now", Sql.at(now))
                .update();
    }
}
