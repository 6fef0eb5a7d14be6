package fi.seloste.senders;

import fi.seloste.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of how fast mail leaves by a pool, and which domains wait: kept, so that a restart neither hurries nor forgets. */
@Component
class Paces {

    private static final Duration PAUSES_KEPT = Duration.ofDays(1);
    private static final Duration MINUTES_KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;

    Paces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of domains that wait, and of those that have waited and took nothing since. */
    List<Pool.Pause> pauses(UUID pool, Instant now) {
        return jdbc.sql("""
                        select domain, strikes, until_at
                          from senders.pause
                         where pool_id = :pool and until_at > :forgotten
                         order by until_at desc, domain""")
                .param("pool", pool)
                .param("forgotten", Sql.at(now.minus(PAUSES_KEPT)))
                .query((row, n) -> new Pool.Pause(
                        row.getString("domain"),
                        row.getInt("strikes"),
                        row.getObject("until_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void pause(UUID pool, Pool.Pause pause) {
        jdbc.sql("""
                        insert into senders.pause (pool_id, domain, strikes, until_at)
                        values (:pool, :domain, :strikes, :until)
                            on conflict (pool_id, domain) do update set strikes = excluded.strikes, until_at = excluded.until_at""")
                .param("pool", pool)
                .param("domain", pause.domain())
                .param("strikes", pause.strikes())
                .param("until", Sql.at(pause.until()))
                .update();
    }

    /** It takes again. */
    void goOn(UUID pool, String domain) {
        jdbc.sql("delete from senders.pause where pool_id = :pool and domain = :domain")
                .param("pool", pool)
                .param("domain", domain)
                .update();
    }

    Map<String, Integer> ofMinute(UUID pool, Instant minute) {
        return jdbc
                .sql("select domain, messages from senders.minute where pool_id = :pool and minute_at = :minute")
                .param("pool", pool)
                .param("minute", Sql.at(minute))
                .query((row, n) -> Map.entry(row.getString("domain"), row.getInt("messages")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void count(UUID pool, Instant minute, Map<String, Integer> left) {
        if (left.isEmpty()) {
            return;
        }
        var domains = List.copyOf(left.keySet());
        jdbc.sql("""
                        insert into senders.minute (pool_id, domain, minute_at, messages)
                        select :pool, l.domain, :minute, l.messages
                          from unnest(:domains::text[], :messages::integer[]) as l (domain, messages)
                            on conflict (pool_id, domain, minute_at) do update set messages = senders.minute.messages + excluded.messages""")
                .param("pool", pool)
                .param("minute", Sql.at(minute))
                .param("domains", Sql.array(domains))
                .param("messages", domains.stream().map(left::get).toArray(Integer[]::new))
                .update();
    }

    void forget(Instant now) {
        jdbc.sql("delete from senders.pause where until_at < :before")
                .param("before", Sql.at(now.minus(PAUSES_KEPT)))
                .update();
        jdbc.sql("delete from senders.minute where minute_at < :before")
                .param("before", Sql.at(now.minus(MINUTES_KEPT)))
                .update();
    }
}
