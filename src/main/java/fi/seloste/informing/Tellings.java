package fi.seloste.informing;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what was told to whom. */
@Component
class Tellings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Tellings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(PersonId person, How how, @Nullable String note, @Nullable String noticePrint, Actor actor) {
        jdbc.sql("""
                        insert into informing.telling (telling_id, person_id, how, note, notice_print, told_at, told_by)
                        values (:id, :person, :how, :note, :print, :at, :by::uuid)""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("how", how.code())
                .param("note", note)
                .param("print", noticePrint)
                .param("at", Sql.at(clock.instant()))
                .param("by", actor.staff())
                .update();
    }
}
