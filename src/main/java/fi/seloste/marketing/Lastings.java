package fi.seloste.marketing;

import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of campaigns that go to one person at a time. */
@Component
class Lastings {

    private final JdbcClient jdbc;

    Lastings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID campaign, Instant now) {
        jdbc.sql("insert into marketing.lasting (campaign_id, made_at) values (:campaign, :now)")
                .param("campaign", campaign)
                .param("now", Sql.at(now))
                .update();
    }

    void close(UUID campaign, Instant now) {
        jdbc.sql("update marketing.lasting set closed_at = :now where campaign_id = :campaign and closed_at is null")
                .param("campaign", campaign)
                .param("now", Sql.at(now))
                .update();
    }

    /** With all that was noted about it. */
    void remove(UUID campaign) {
        for (var table : List.of("act", "approval", "lasting", "campaign")) {
            jdbc.sql("delete from marketing.%s where campaign_id = :campaign".formatted(table))
                    .param("campaign", campaign)
                    .update();
        }
    }

    boolean isThere(UUID campaign) {
        return is("select exists (select 1 from marketing.lasting where campaign_id = :campaign)", campaign);
    }

    boolean isOpen(UUID campaign) {
        return is(
                "select exists (select 1 from marketing.lasting where campaign_id = :campaign and closed_at is null)",
                campaign);
    }

    private boolean is(String sql, UUID campaign) {
        return jdbc.sql(sql).param("campaign", campaign).query(Boolean.class).single();
    }
}
