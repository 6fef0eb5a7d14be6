package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions' SQL. */
@Component
class Sessions {

    private static final String COLUMNS = """
            s.session_id, s.account_id, s.csrf, s.how, s.awaits_factor, s.created_at, s.seen_at, s.expires_at, s.second_factor_at,
            s.browser""";

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Session session, byte[] print, String browser) {
        var life = session.life();
        jdbc.sql("""
                        insert into staff.session (session_print, session_id, account_id, csrf, how, awaits_factor, browser,
                                                   created_at, seen_at, expires_at, second_factor_at)
                        values (:print, :id, :account, :csrf, :how, :awaits, :browser, :created, :seen, :expires, :factor)""")
                .param("print", print)
                .param("id", session.sessionId())
                .param("account", session.account().value())
                .param("csrf", session.csrf())
                .param("how", session.how().code())
                .param("awaits", session.awaitsFactor())
                .param("browser", browser)
                .param("created", Sql.at(life.createdAt()))
                .param("seen", Sql.at(life.seenAt()))
                .param("expires", Sql.at(life.expiresAt()))
                .param("factor", Sql.at(life.factorAt()))
                .update();
    }

    Optional<Session> find(byte[] print) {
        return jdbc.sql("select " + COLUMNS + " from staff.session s where s.session_print = :print")
                .param("print", print)
                .query(Sessions::session)
                .optional();
    }

    void touch(UUID sessionId, Instant at) {
        jdbc.sql("update staff.session set seen_at = :at where session_id = :id")
                .param("at", Sql.at(at))
                .param("id", sessionId)
                .update();
    }

    void end(UUID sessionId) {
        jdbc.sql("delete from staff.session where session_id = :id")
                .param("id", sessionId)
                .update();
    }

    /** Ends one of somebody's own sessions; another's is not found. */
    boolean end(AccountId account, UUID sessionId) {
        return jdbc.sql("delete from staff.session where session_id = :id and account_id = :account")
                        .param("id", sessionId)
                        .param("account", account.value())
                        .update()
                > 0;
    }

    int endAll(AccountId account, @Nullable UUID but) {
        return jdbc.sql(
                        "delete from staff.session where account_id = :account and session_id is distinct from :but::uuid")
                .param("account", account.value())
                .param("but", Objects.toString(but, null))
                .update();
    }

    int endOver(Instant now) {
        return jdbc.sql("delete from staff.session where expires_at <= :now or seen_at <= :idle")
                .param("now", Sql.at(now))
                .param("idle", Sql.at(now.minus(Session.IDLE)))
                .update();
    }

    List<Open> of(AccountId account, Instant now) {
        return jdbc
                .sql("select " + COLUMNS
                        + " from staff.session s where s.account_id = :account order by s.seen_at desc")
                .param("account", account.value())
                .query((row, n) -> new Open(session(row, n), row.getString("browser")))
                .list()
                .stream()
                .filter(open -> !open.session().isOver(now) && !open.session().awaitsFactor())
                .toList();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getObject("session_id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("csrf"),
                Session.How.of(row.getString("how")),
                row.getBoolean("awaits_factor"),
                new Session.Life(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        Accounts.instant(row, "second_factor_at")));
    }

    /** A session and the browser it runs in. */
    record Open(Session session, String browser) {}
}
