package fi.seloste.doors;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** False where it was spent before. */
    boolean spend(Stamp stamp, Instant expiresAt) {
        return purposes.as(
                Purpose.SUBJECT,
                () -> jdbc.sql(
                                        "insert into doors.spent_stamp (nonce, expires_at) values (:nonce, :expires) on conflict do nothing")
                                .param("nonce", stamp.nonce())
                                .param("expires", Sql.at(expiresAt))
                                .update()
                        == 1);
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
