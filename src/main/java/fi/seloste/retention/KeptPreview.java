package fi.seloste.retention;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** SQL of the preview as it was counted last: among a hundred thousand people who fall due, counting takes longer than a page may. */
@Component
class KeptPreview {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    KeptPreview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was counted of this day under this version of the notice, and not before a moment. */
    Optional<Forecast.Shown> find(LocalDate day, int version, Instant since) {
        return jdbc.sql("""
                        select content, counted_at
                          from retention.preview
                         where on_day = :day and notice_version = :version and counted_at >= :since
                         order by counted_at desc
                         limit 1""")
                .param("day", day)
                .param("version", version)
                .param("since", Sql.at(since))
                .query((row, n) -> new Forecast.Shown(
                        JSON.readValue(row.getString("content"), Forecast.Preview.class),
                        row.getTimestamp("counted_at").toInstant()))
                .optional();
    }

    void keep(Forecast.Preview preview, int version, Instant countedAt) {
        forget();
        jdbc.sql("""
                        insert into retention.preview (preview_id, on_day, notice_version, counted_at, content)
                        values (:id, :day, :version, :at, :content)""")
                .param("id", Ids.next())
                .param("day", preview.today())
                .param("version", version)
                .param("at", Sql.at(countedAt))
                .param("content", JSON.writeValueAsString(preview))
                .update();
    }

    /** Something else holds now, or goes. */
    void forget() {
        jdbc.sql("delete from retention.preview").update();
    }
}
