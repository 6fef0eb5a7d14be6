package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The second factors' SQL. */
@Component
class FactorRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    FactorRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<byte[]> secret(AccountId account) {
        return jdbc.sql("select totp_secret from staff.account where account_id = :id and totp_secret is not null")
                .param("id", account.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    Optional<byte[]> pending(AccountId account) {
        return jdbc.sql("select totp_pending from staff.account where account_id = :id and totp_pending is not null")
                .param("id", account.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    void setPending(AccountId account, byte[] sealed) {
        jdbc.sql("update staff.account set totp_pending = :sealed where account_id = :id")
                .param("sealed", sealed)
                .param("id", account.value())
                .update();
    }

    void confirm(AccountId account, long step) {
        jdbc.sql("""
                        update staff.account
                           set totp_secret = totp_pending, totp_pending = null, totp_step = :step
                         where account_id = :id""").param("step", step).param("id", account.value()).update();
    }

    /** A code that was seen over somebody's shoulder is used up already. */
    boolean useStep(AccountId account, long step) {
        return jdbc.sql("""
                                update staff.account
                                   set totp_step = :step
                                 where account_id = :id and (totp_step is null or totp_step < :step)""").param("step", step).param("id", account.value()).update() == 1;
    }

    void setPaper(AccountId account, List<byte[]> prints) {
        jdbc.sql("delete from staff.recovery_code where account_id = :id")
                .param("id", account.value())
                .update();
        for (var print : prints) {
            jdbc.sql("insert into staff.recovery_code (account_id, code_print) values (:id, :print)")
                    .param("id", account.value())
                    .param("print", print)
                    .update();
        }
    }

    boolean usePaper(AccountId account, byte[] print) {
        return jdbc.sql("""
                                update staff.recovery_code
                                   set used_at = :now
                                 where account_id = :id and code_print = :print and used_at is null""")
                        .param("now", Sql.at(clock.instant()))
                        .param("id", account.value())
                        .param("print", print)
                        .update()
                == 1;
    }

    int leftOnPaper(AccountId account) {
        return jdbc.sql("select count(*) from staff.recovery_code where account_id = :id and used_at is null")
                .param("id", account.value())
                .query(Integer.class)
                .single();
    }

    void end(AccountId account) {
        jdbc.sql("""
                        update staff.account
                           set totp_secret = null, totp_pending = null, totp_step = null
                         where account_id = :id""").param("id", account.value()).update();
        setPaper(account, List.of());
    }
}
