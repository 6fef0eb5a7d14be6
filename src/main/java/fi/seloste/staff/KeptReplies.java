package fi.seloste.staff;

import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to programs, by token and key, for a day; the SQL. */
@Component
public class KeptReplies {

    private static final Duration KEPT = Duration.ofHours(24);
    /** Whoever began this long ago has died meanwhile. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptReplies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An answer, sealed; null while it is still being worked out. */
    public record Row(UUID tokenId, byte[] keyPrint, byte[] requestPrint, byte @Nullable [] sealed) {}

    /** Begins, or tells who began before. */
    @As(Purpose.TECHNICAL)
    public Optional<Row> begin(Row row) {
        var now = clock.instant();
        jdbc.sql("delete from staff.reply where kept_until <= :now or (sealed is null and begun_at <= :abandoned)")
                .param("now", Sql.at(now))
                .param("abandoned", Sql.at(now.minus(ABANDONED)))
                .update();
        int begun = jdbc.sql("""
                        insert into staff.reply (token_id, key_print, request_print, begun_at, kept_until)
                        values (:token, :key, :request, :now, :until)
                        on conflict do nothing""")
                .param("token", row.tokenId())
                .param("key", row.keyPrint())
                .param("request", row.requestPrint())
                .param("now", Sql.at(now))
                .param("until", Sql.at(now.plus(KEPT)))
                .update();
        return begun == 1 ? Optional.empty() : Optional.of(get(row));
    }

    @As(Purpose.TECHNICAL)
    public void keep(Row row, int status) {
        jdbc.sql("""
                        update staff.reply
                           set status = :status, sealed = :sealed
                         where token_id = :token and key_print = :key""")
                .param("status", status)
                .param("sealed", row.sealed())
                .param("token", row.tokenId())
                .param("key", row.keyPrint())
                .update();
    }

    @As(Purpose.TECHNICAL)
    public void forget(UUID token, byte[] keyPrint) {
        jdbc.sql("delete from staff.reply where token_id = :token and key_print = :key")
                .param("token", token)
                .param("key", keyPrint)
                .update();
    }

    private Row get(Row asked) {
        return jdbc.sql("""
                        select request_print, sealed
                          from staff.reply
                         where token_id = :token and key_print = :key""")
                .param("token", asked.tokenId())
                .param("key", asked.keyPrint())
                .query((row, n) -> new Row(
                        asked.tokenId(), asked.keyPrint(), row.getBytes("request_print"), row.getBytes("sealed")))
                .single();
    }
}
