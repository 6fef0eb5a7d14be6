package fi.seloste.staff;

import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/** What browsers were asked to sign, each answered once; the SQL. */
@Component
class Challenges {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Challenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Bytes challenge, String boundTo) {
        var now = clock.instant();
        jdbc.sql("delete from staff.challenge where expires_at <= :now")
                .param("now", Sql.at(now))
                .update();
        jdbc.sql("""
                        insert into staff.challenge (challenge_print, bound_to, expires_at)
                        values (:print, :bound, :expires)""")
                .param("print", Secret.print(challenge.toBase64UrlString()))
                .param("bound", boundTo)
                .param("expires", Sql.at(now.plus(LIFE)))
                .update();
    }

    boolean use(Bytes challenge, String boundTo) {
        return jdbc.sql("""
                                delete from staff.challenge
                                 where challenge_print = :print and bound_to = :bound and expires_at > :now""")
                        .param("print", Secret.print(challenge.toBase64UrlString()))
                        .param("bound", boundTo)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }
}
