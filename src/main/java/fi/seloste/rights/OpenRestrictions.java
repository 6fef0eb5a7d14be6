package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.retention.Obstacle;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Art. 18(2): what somebody had restricted is stored, also where time would hide and then remove it. */
@Component
class OpenRestrictions implements Obstacle {

    private final JdbcClient jdbc;

    OpenRestrictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return RESTRICTED;
    }

    @Override
    public Set<PersonId> among(Collection<PersonId> people) {
        return Set.copyOf(jdbc.sql(
                        "select distinct person_id from rights.restriction where person_id = any(:people) and lifted_at is null")
                .paramSource(new MapSqlParameterSource(
                        "people", people.stream().map(PersonId::value).toArray(UUID[]::new)))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }
}
