package fi.seloste.retention;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of who is kept for rights and claims only, because the time of use is over. */
@Component
class Withheld {

    private final JdbcClient jdbc;

    Withheld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id after a mark. */
    List<PersonId> after(UUID mark, int limit) {
        return jdbc.sql(
                        "select distinct person_id from retention.withheld where person_id > :mark order by 1 limit :limit")
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    Set<PersonId> among(Collection<PersonId> people) {
        return Set.copyOf(jdbc.sql("select distinct person_id from retention.withheld where person_id = any(:people)")
                .paramSource(people(people))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    void add(Collection<PersonId> people, Instant now) {
        for (var person : people) {
            jdbc.sql("insert into retention.withheld (withheld_id, person_id, since_at) values (:id, :person, :now)")
                    .param("id", Ids.next())
                    .param("person", person.value())
                    .param("now", Sql.at(now))
                    .update();
        }
        jdbc.sql("""
                        update register.person
                           set standing = (standing | 2)::smallint, version = version + 1
                         where person_id = any(:people) and (standing & 2) = 0""").paramSource(people(people)).update();
    }

    void remove(Collection<PersonId> people) {
        jdbc.sql("delete from retention.withheld where person_id = any(:people)")
                .paramSource(people(people))
                .update();
    }

    /** Opens to use whom nothing else restricts. */
    void release(Collection<PersonId> people) {
        jdbc.sql("""
                        update register.person
                           set standing = (standing & ~2)::smallint, version = version + 1
                         where person_id = any(:people) and (standing & 2) = 2""").paramSource(people(people)).update();
    }

    private static MapSqlParameterSource people(Collection<PersonId> people) {
        return new MapSqlParameterSource("people", Expiring.ids(people));
    }
}
