package fi.seloste.flows;

import fi.seloste.base.PersonId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of who is where in a flow and who left it, to be shown. Runs in the marketing purpose, which sees nobody who has said no. */
@Component
class Whereabouts {

    private final JdbcClient jdbc;

    Whereabouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many stand at each step. */
    Map<UUID, Integer> standing(UUID flow) {
        return counted(jdbc.sql("""
                        select step_id as part, count(*) as people
                          from flows.passage
                         where flow_id = :flow and due_at is not null
                         group by step_id""").param("flow", flow));
    }

    /** How many are on their way, by the edition they go by. */
    Map<UUID, Integer> byEdition(UUID flow) {
        return counted(jdbc.sql("""
                        select edition_id as part, count(*) as people
                          from flows.passage
                         where flow_id = :flow and due_at is not null
                         group by edition_id""").param("flow", flow));
    }

    /** How many are on their way through each flow. */
    Map<UUID, Integer> within(Collection<UUID> flows) {
        return counted(jdbc.sql("""
                        select flow_id as part, count(*) as people
                          from flows.passage
                         where flow_id = any(:flows::uuid[]) and due_at is not null
                         group by flow_id""").param("flows", flows.toArray(UUID[]::new)));
    }

    private static Map<UUID, Integer> counted(JdbcClient.StatementSpec asked) {
        var counted = new LinkedHashMap<UUID, Integer>();
        asked.query(row -> {
            counted.put(row.getObject("part", UUID.class), row.getInt("people"));
        });
        return counted;
    }

    /** The flows in which somebody is on the way. */
    List<UUID> of(PersonId person) {
        return jdbc.sql("select flow_id from flows.passage where person_id = :person and due_at is not null")
                .param("person", person.value())
                .query(UUID.class)
                .list();
    }

    /** How many left and why, also those whom marketing does not see. */
    Map<String, Integer> left(UUID flow) {
        var counted = new LinkedHashMap<String, Integer>();
        jdbc.sql("select why, people from flows.left_by_reason(:flow) order by people desc, why")
                .param("flow", flow)
                .query(row -> {
                    counted.put(row.getString("why"), row.getInt("people"));
                });
        return counted;
    }

    /** Who is on the way, the ones who came last first; at one step or at any. */
    List<Passage.There> there(UUID flow, @Nullable UUID step, @Nullable UUID mark, int limit) {
        return jdbc.sql("""
                        select p.passage_id, p.person_id, p.edition_id, p.step_id, p.since_at, p.due_at
                          from flows.passage p
                         where p.flow_id = :flow and p.due_at is not null and (:step::uuid is null or p.step_id = :step::uuid)
                           and (:mark::uuid is null
                                or (p.entered_at, p.passage_id) < (select m.entered_at, m.passage_id from flows.passage m where m.passage_id = :mark::uuid))
                         order by p.entered_at desc, p.passage_id desc
                         limit :limit""")
                .param("flow", flow)
                .param("step", step)
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> new Passage.There(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("passage_id", UUID.class),
                        row.getObject("edition_id", UUID.class),
                        row.getObject("step_id", UUID.class),
                        row.getObject("since_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Who left, the newest first. */
    List<Passage.Left> gone(UUID flow, @Nullable UUID mark, int limit) {
        return jdbc.sql("""
                        select l.leaving_id, l.person_id, l.why, l.left_at
                          from flows.leaving l
                         where l.flow_id = :flow
                           and (:mark::uuid is null
                                or (l.left_at, l.leaving_id) < (select m.left_at, m.leaving_id from flows.leaving m where m.leaving_id = :mark::uuid))
                         order by l.left_at desc, l.leaving_id desc
                         limit :limit""")
                .param("flow", flow)
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> new Passage.Left(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("leaving_id", UUID.class),
                        row.getString("why"),
                        row.getObject("left_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
