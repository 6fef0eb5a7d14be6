package fi.seloste.marketing;

import fi.seloste.base.Spot;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the issues of a newsletter that went out. The public login reads them by a function, which shows no draft and no other campaign. */
@Component
class Issues {

    private final JdbcClient jdbc;

    Issues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Issue> of(String topic, @Nullable Spot from, int limit) {
        return jdbc.sql("""
                        select campaign_id, content, begun_at
                          from marketing.issues(:topic)
                         where :at::timestamptz is null or (begun_at, campaign_id) < (:at::timestamptz, :id::uuid)
                         order by begun_at desc, campaign_id desc
                         limit :limit""")
                .param("topic", topic)
                .param("at", from == null ? null : Sql.at(from.at()))
                .param("id", from == null ? null : from.id())
                .param("limit", limit)
                .query(Issues::issue)
                .list();
    }

    Optional<Issue> find(String topic, UUID id) {
        return jdbc.sql("select campaign_id, content, begun_at from marketing.issues(:topic) where campaign_id = :id")
                .param("topic", topic)
                .param("id", id)
                .query(Issues::issue)
                .optional();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        return new Issue(
                row.getObject("campaign_id", UUID.class),
                Content.parse(row.getString("content")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }
}
