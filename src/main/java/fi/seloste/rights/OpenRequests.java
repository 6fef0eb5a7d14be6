package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.retention.Obstacle;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody's data go while a request of theirs is open: what they asked about must still be there when they are answered. */
@Component
class OpenRequests implements Obstacle {

    private final JdbcClient jdbc;

    OpenRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "request";
    }

    @Override
    public Set<PersonId> among(Collection<PersonId> people) {
        return Set.copyOf(jdbc.sql("""
                        select q.person_id
                          from rights.request q
                         where q.person_id = any(:people) and q.closed_at is null
                        union
                        select c.person_id
                          from rights.candidate c
                          join rights.request q using (request_id)
                         where c.person_id = any(:people) and q.closed_at is null
                        union
                        select m.person_id
                          from mailbox.message m
                          join rights.arrival a using (message_id)
                         where m.person_id = any(:people) and a.state = 'waiting'""")
                .paramSource(new MapSqlParameterSource(
                        "people", people.stream().map(PersonId::value).toArray(UUID[]::new)))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }
}
