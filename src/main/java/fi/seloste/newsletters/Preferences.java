package fi.seloste.newsletters;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of how people read newsletters, what they do without, and what their timeline tells of it. In the running purpose. */
@Component
class Preferences {

    private final JdbcClient jdbc;
    private final Clock clock;

    Preferences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<UUID, Rhythm> rhythms(PersonId person) {
        var rhythms = new HashMap<UUID, Rhythm>();
        jdbc.sql("select topic_id, rhythm from newsletters.preference where person_id = :person")
                .param("person", person.value())
                .query(row -> {
                    rhythms.put(row.getObject("topic_id", UUID.class), Rhythm.of(row.getString("rhythm")));
                });
        return rhythms;
    }

    /** At this address from now on; without one, where it was read before, or at the first that the register has. */
    void keep(PersonId person, Topic topic, @Nullable String address, Rhythm rhythm) {
        jdbc.sql("""
                        insert into newsletters.preference (preference_id, person_id, standing, topic_id, address, rhythm, changed_at)
                        select :id, p.person_id, p.standing, :topic, :address, :rhythm, :now
                          from register.person p
                         where p.person_id = :person
                        on conflict (person_id, topic_id) do update
                           set rhythm = excluded.rhythm, address = coalesce(excluded.address, newsletters.preference.address),
                               changed_at = excluded.changed_at""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("topic", topic.id())
                .param("address", address)
                .param("rhythm", rhythm.code())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    List<Restraint> restraints(PersonId person) {
        return jdbc
                .sql("select kind from newsletters.restraint where person_id = :person")
                .param("person", person.value())
                .query(String.class)
                .list()
                .stream()
                .map(Restraint::of)
                .toList();
    }

    /** False where it held already. */
    boolean restrain(PersonId person, Restraint restraint) {
        return jdbc.sql("""
                        insert into newsletters.restraint (restraint_id, person_id, standing, kind, since_at)
                        select :id, p.person_id, p.standing, :kind, :now
                          from register.person p
                         where p.person_id = :person
                        on conflict (person_id, kind) do nothing""")
                        .param("id", Ids.next())
                        .param("person", person.value())
                        .param("kind", restraint.code())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                > 0;
    }

    boolean release(PersonId person, Restraint restraint) {
        return jdbc.sql("delete from newsletters.restraint where person_id = :person and kind = :kind")
                        .param("person", person.value())
                        .param("kind", restraint.code())
                        .update()
                > 0;
    }

    /** On the timeline, whatever purpose runs; of a topic that is none of ours nothing is written. */
    void note(PersonId person, String topic, String kind) {
        jdbc.sql("select newsletters.note(:id, :person, :topic, :kind, :now)")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("topic", topic)
                .param("kind", kind)
                .param("now", Sql.at(clock.instant()))
                .query()
                .listOfRows();
    }

    void noteEnded(List<UUID> consents) {
        jdbc.sql("select newsletters.note_ended(:consents, :now)")
                .param("consents", consents.toArray(UUID[]::new))
                .param("now", Sql.at(clock.instant()))
                .query()
                .listOfRows();
    }
}
