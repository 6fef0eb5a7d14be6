package fi.seloste.marketing;

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
    List<Issue> of(String topic, int limit) {
        return read(topic, null, limit);
    }

    Optional<Issue> find(String topic, UUID id) {
        return read(topic, id, 1).stream().findFirst();
    }

    private List<Issue> read(String topic, @Nullable UUID id, int limit) {
        return jdbc.sql("""
                        select campaign_id, content, begun_at
                          from marketing.issues(:topic)
                         where :id::uuid is null or campaign_id = :id::uuid
                         order by begun_at desc, campaign_id desc
                         limit :limit""")
                .param("topic", topic)
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> new Issue(
                        row.getObject("campaign_id", UUID.class),
                        Content.parse(row.getString("content")),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
