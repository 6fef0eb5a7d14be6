package fi.seloste.marketing;

import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what keeps campaigns from leaving. Runs in the marketing purpose. */
@Component
class Halts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Halts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Halt> of(UUID campaign) {
        return jdbc.sql("select code, since_at, until_at from marketing.halt where campaign_id = :campaign")
                .param("campaign", campaign)
                .query((row, n) -> new Halt(
                        row.getString("code"),
                        Objects.requireNonNull(Sql.moment(row, "since_at")),
                        Sql.moment(row, "until_at")))
                .optional();
    }

    /** It has stood since it was said first; each second that says the same again writes nothing. */
    void halt(UUID campaign, String code, @Nullable Instant until) {
        jdbc.sql("""
                        insert into marketing.halt (campaign_id, code, since_at, until_at)
                        values (:campaign, :code, :now, :until)
                            on conflict (campaign_id) do update
                           set code = excluded.code, until_at = excluded.until_at,
                               since_at = case when halt.code = excluded.code then halt.since_at else excluded.since_at end
                         where (halt.code, halt.until_at) is distinct from (excluded.code, excluded.until_at)""")
                .param("campaign", campaign)
                .param("code", code)
                .param("now", Sql.at(clock.instant()))
                .param("until", Sql.at(until))
                .update();
    }

    void goesOn(UUID campaign) {
        jdbc.sql("delete from marketing.halt where campaign_id = :campaign")
                .param("campaign", campaign)
                .update();
    }
}
