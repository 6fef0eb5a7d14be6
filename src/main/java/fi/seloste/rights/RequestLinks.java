package fi.seloste.rights;

import fi.seloste.base.Ids;
import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What opens a page without a sign-in, and the codes that prove the address to be the person's. */
@Component
class RequestLinks {

    static final Duration CODE_LIVES = Duration.ofMinutes(15);
    static final Duration CODE_PAGE_LIVES = Duration.ofDays(2);
    static final Duration OWN_PAGE_LIVES = Duration.ofHours(1);
    static final Duration ANSWER_LIVES = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    RequestLinks(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A new link; the word itself is told once and then known to its owner alone. */
    String make(RequestId request, String aim, Duration lives) {
        var link = secrets.link();
        jdbc.sql("""
                        insert into rights.link (link_print, request_id, aim, made_at, expires_at)
                        values (:print, :request, :aim, :now, :until)""")
                .param("print", secrets.print(link))
                .param("request", request.value())
                .param("aim", aim)
                .param("now", Sql.at(clock.instant()))
                .param("until", Sql.at(clock.instant().plus(lives)))
                .update();
        return link;
    }

    /** A new code; older ones of the same aim count no more. */
    String makeCode(RequestId request, String aim) {
        var code = secrets.code();
        jdbc.sql("""
                        update rights.identity_code
                           set used_at = :now
                         where request_id = :request and aim = :aim and used_at is null""")
                .param("now", Sql.at(clock.instant()))
                .param("request", request.value())
                .param("aim", aim)
                .update();
        jdbc.sql("""
                        insert into rights.identity_code (code_id, request_id, aim, code_print, tries, made_at, expires_at)
                        values (:id, :request, :aim, :print, 0, :now, :until)""")
                .param("id", Ids.next())
                .param("request", request.value())
                .param("aim", aim)
                .param("print", secrets.print(request, code))
                .param("now", Sql.at(clock.instant()))
                .param("until", Sql.at(clock.instant().plus(CODE_LIVES)))
                .update();
        return code;
    }

    /** right, wrong, spent or expired. */
    String tryCode(RequestId request, String aim, String code) {
        return jdbc.sql("select rights.try_code(:request, :aim, :print, :now)")
                .param("request", request.value())
                .param("aim", aim)
                .param("print", secrets.print(request, code))
                .param("now", Sql.at(clock.instant()))
                .query(String.class)
                .single();
    }

    /** How many codes went out for a request in the last hour. */
    long codesOfLastHour(RequestId request) {
        return jdbc.sql("select count(*) from rights.identity_code where request_id = :request and made_at > :since")
                .param("request", request.value())
                .param("since", Sql.at(clock.instant().minus(Duration.ofHours(1))))
                .query(Long.class)
                .single();
    }

    void sweep() {
        jdbc.sql("delete from rights.link where expires_at < :now")
                .param("now", Sql.at(clock.instant()))
                .update();
        jdbc.sql("delete from rights.identity_code where expires_at < :then")
                .param("then", Sql.at(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }
}
