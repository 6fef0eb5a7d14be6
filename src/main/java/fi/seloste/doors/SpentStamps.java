package fi.seloste.doors;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import fi.seloste.store.Sql;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of stamps that were used: no other process of this house takes one a second time. */
@Component
class SpentStamps implements Recurring {

    private final JdbcClient jdbc;
    private final Purposes purposes;
    private final Clock clock;

    SpentStamps(JdbcClient jdbc, Purposes purposes, Clock clock) {
        this.jdbc = jdbc;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Whether each was good: not spent before, and of one that comes twice the first alone. It is spent with the running transaction, and not without it. */
    List<Boolean> spend(List<Stamp> stamps, Duration lives) {
        var nonces = stamps.stream().map(Stamp::nonce).toArray(byte[][]::new);
        var until = stamps.stream()
                .map(stamp -> Sql.at(stamp.servedAt().plus(lives)).toString())
                .toArray(String[]::new);
        var fresh = purposes.as(
                Purpose.SUBJECT,
                () -> new HashSet<>(jdbc.sql("select n from doors.spend(:nonces::bytea[], :until::timestamptz[]) as n")
                        .param("nonces", nonces)
                        .param("until", until)
                        .query((row, n) -> ByteBuffer.wrap(row.getBytes("n")))
                        .list()));
        return stamps.stream()
                .map(stamp -> fresh.remove(ByteBuffer.wrap(stamp.nonce())))
                .toList();
    }

    @Override
    public String name() {
        return "forget-stamps";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Whatever is too old to be taken need not be remembered. */
    @Override
    public void run() {
        purposes.as(
                Purpose.TECHNICAL,
                () -> jdbc.sql("delete from doors.spent_stamp where expires_at < :now")
                        .param("now", Sql.at(clock.instant()))
                        .update());
    }
}
