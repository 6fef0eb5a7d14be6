package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that work once; the SQL. */
@Component
class Links {

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a link is for, and how long it waits. */
    enum Kind {
        SIGN_IN(Duration.ofDays(1)),
        INVITATION(Duration.ofDays(7)),
        PASSWORD(Duration.ofHours(1));

        private final Duration life;

        Kind(Duration life) {
            this.life = life;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Makes the secret part of a link; an earlier one of the same kind for the same account ends. */
    String make(AccountId account, Kind kind) {
        var now = clock.instant();
        var secret = Secret.next();
        jdbc.sql("delete from staff.link where expires_at < :now or (account_id = :account and kind = :kind)")
                .param("now", Sql.at(now))
                .param("account", account.value())
                .param("kind", kind.code())
                .update();
        jdbc.sql("""
                        insert into staff.link (link_print, account_id, kind, created_at, expires_at)
                        values (:print, :account, :kind, :now, :expires)""")
                .param("print", Secret.print(secret))
                .param("account", account.value())
                .param("kind", kind.code())
                .param("now", Sql.at(now))
                .param("expires", Sql.at(now.plus(kind.life)))
                .update();
        return secret;
    }

    /** Whose link this is, while it still works. */
    Optional<AccountId> find(String secret, Kind... kinds) {
        return jdbc.sql("""
                        select account_id
                          from staff.link
                         where link_print = :print and kind = any (:kinds) and used_at is null and expires_at > :now""")
                .param("print", Secret.print(secret))
                .param("kinds", codes(kinds))
                .param("now", Sql.at(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Takes the link; of two who take it at once one gets it. */
    Optional<AccountId> use(String secret, Kind... kinds) {
        return jdbc.sql("""
                        update staff.link
                           set used_at = :now
                         where link_print = :print and kind = any (:kinds) and used_at is null and expires_at > :now
                        returning account_id""")
                .param("print", Secret.print(secret))
                .param("kinds", codes(kinds))
                .param("now", Sql.at(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    private static String[] codes(Kind... kinds) {
        var codes = new String[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            codes[i] = kinds[i].code();
        }
        return codes;
    }
}
