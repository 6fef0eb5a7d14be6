package fi.seloste.staff;

import fi.seloste.installation.Keys;
import fi.seloste.store.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses. A try is counted before it is judged, so a thousand at once are no way round. The rows are in the
 * database, where every node sees them, and name nobody: only a keyed hash of what was tried is kept.
 */
@Component
class Throttle {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** What is counted, and how many tries are free. */
    enum Kind {
        ACCOUNT(5),
        ADDRESS(30),
        FACTOR(5),
        LETTER(3),
        SET_UP(5);

        private final int free;

        Kind(int free) {
            this.free = free;
        }
    }

    /** Counts a try; when it comes too early it is not judged, and the answer says when the next one will be. */
    Optional<Instant> take(Kind kind, String value) {
        var now = clock.instant();
        var print = print(kind, value);
        var row = locked(print, now);
        if (row.attempts() >= kind.free && row.holds(now)) {
            return Optional.of(row.freeAt());
        }
        int attempts = row.lastAt().plus(FORGOTTEN).isBefore(now) ? 1 : row.attempts() + 1;
        set(print, new Row(attempts, now, now.plus(wait(attempts - kind.free))));
        return Optional.empty();
    }

    /** The try was right: an account starts anew. */
    void forget(Kind kind, String value) {
        jdbc.sql("delete from staff.throttle where throttle_print = :print")
                .param("print", print(kind, value))
                .update();
    }

    /** The try was right: it does not count against the address, the wrong ones before it still do. */
    void refund(Kind kind, String value) {
        jdbc.sql("""
                        update staff.throttle
                           set attempts = attempts - 1, free_at = last_at
                         where throttle_print = :print and attempts > 0""").param("print", print(kind, value)).update();
    }

    void forgetOld() {
        jdbc.sql("delete from staff.throttle where last_at < :old")
                .param("old", Sql.at(clock.instant().minus(FORGOTTEN)))
                .update();
    }

    private static Duration wait(int over) {
        if (over < 0) {
            return Duration.ZERO;
        }
        var wait = FIRST.multipliedBy(1L << Math.min(over, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private Row locked(byte[] print, Instant now) {
        jdbc.sql("""
                        insert into staff.throttle (throttle_print, attempts, last_at, free_at)
                        values (:print, 0, :now, :now)
                        on conflict do nothing""").param("print", print).param("now", Sql.at(now)).update();
        return jdbc.sql(
                        "select attempts, last_at, free_at from staff.throttle where throttle_print = :print for update")
                .param("print", print)
                .query(Throttle::row)
                .single();
    }

    private void set(byte[] print, Row row) {
        jdbc.sql("""
                        update staff.throttle
                           set attempts = :attempts, last_at = :last, free_at = :free
                         where throttle_print = :print""")
                .param("attempts", row.attempts())
                .param("last", Sql.at(row.lastAt()))
                .param("free", Sql.at(row.freeAt()))
                .param("print", print)
                .update();
    }

    private byte[] print(Kind kind, String value) {
        return keys.mac(
                Keys.DATABASE,
                ("throttle " + kind).getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("attempts"),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getObject("free_at", OffsetDateTime.class).toInstant());
    }

    private record Row(int attempts, Instant lastAt, Instant freeAt) {

        // Further off than we ever set it means that the clock was set back meanwhile.
        boolean holds(Instant now) {
            return freeAt.isAfter(now) && !freeAt.isAfter(now.plus(LONGEST));
        }
    }
}
