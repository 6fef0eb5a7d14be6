package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of audiences. */
@Component
class Audiences {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT =
            "select audience_id, version, name, criteria, changed_at from marketing.audience ";

    private final JdbcClient jdbc;

    Audiences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Audience> newest() {
        return jdbc.sql(SELECT + "order by changed_at desc, audience_id desc limit 500")
                .query((row, n) -> audience(row))
                .list();
    }

    List<Audience> after(@Nullable UUID mark, int limit) {
        return jdbc.sql(SELECT + """
                        where :mark::uuid is null or audience_id < :mark::uuid
                        order by audience_id desc
                        limit :limit""")
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> audience(row))
                .list();
    }

    Optional<Audience> find(UUID id) {
        return jdbc.sql(SELECT + "where audience_id = :id")
                .param("id", id)
                .query((row, n) -> audience(row))
                .optional();
    }

    UUID add(String name, Criteria criteria, Actor actor, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into marketing.audience (audience_id, name, criteria, made_at, made_by, changed_at)
                        values (:id, :name, :criteria, :now, :by::uuid, :now)""")
                .param("id", id)
                .param("name", name)
                .param("criteria", JSON.writeValueAsString(criteria))
                .param("now", Sql.at(now))
                .param("by", actor.staff())
                .update();
        return id;
    }

    /** False where somebody else wrote meanwhile. */
    boolean set(UUID id, int version, String name, Criteria criteria, Instant now) {
        return jdbc.sql("""
                        update marketing.audience
                           set name = :name, criteria = :criteria, changed_at = :now, version = version + 1
                         where audience_id = :id and version = :version""")
                        .param("id", id)
                        .param("version", version)
                        .param("name", name)
                        .param("criteria", JSON.writeValueAsString(criteria))
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    boolean isUsed(UUID id) {
        return jdbc.sql("select exists (select 1 from marketing.campaign where audience_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void remove(UUID id) {
        jdbc.sql("delete from marketing.audience where audience_id = :id")
                .param("id", id)
                .update();
    }

    private static Audience audience(ResultSet row) throws SQLException {
        return new Audience(
                row.getObject("audience_id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                JSON.readValue(row.getString("criteria"), Criteria.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
