package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Spot;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of templates. Runs in the marketing purpose. */
@Component
class CampaignTemplates {

    private static final String SELECT = "select template_id, name, content, made_at from marketing.template ";

    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignTemplates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest first. */
    List<CampaignTemplate> newest(@Nullable Spot from, int limit) {
        return jdbc.sql(SELECT + """
                        where :at::timestamptz is null or (made_at, template_id) < (:at::timestamptz, :id::uuid)
                        order by made_at desc, template_id desc
                        limit :limit""")
                .param("at", from == null ? null : Sql.at(from.at()))
                .param("id", from == null ? null : from.id())
                .param("limit", limit)
                .query(CampaignTemplates::template)
                .list();
    }

    Optional<CampaignTemplate> find(UUID id) {
        return jdbc.sql(SELECT + "where template_id = :id")
                .param("id", id)
                .query(CampaignTemplates::template)
                .optional();
    }

    /** False where there is one of that name already. */
    boolean add(UUID id, String name, Content content, Actor actor) {
        return jdbc.sql("""
                                insert into marketing.template (template_id, name, content, made_at, made_by)
                                values (:id, :name, :content, :now, :by::uuid)
                                on conflict (name) do nothing""")
                        .param("id", id)
                        .param("name", name)
                        .param("content", content.json())
                        .param("now", Sql.at(clock.instant()))
                        .param("by", actor.staff())
                        .update()
                == 1;
    }

    boolean remove(UUID id) {
        return jdbc.sql("delete from marketing.template where template_id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static CampaignTemplate template(ResultSet row, int number) throws SQLException {
        return new CampaignTemplate(
                row.getObject("template_id", UUID.class),
                row.getString("name"),
                Content.parse(row.getString("content")),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
