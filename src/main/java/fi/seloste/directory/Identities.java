package fi.seloste.directory;

import com.nimbusds.oauth2.sdk.id.Issuer;
import fi.seloste.base.AccountId;
import fi.seloste.staff.OtherWay;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of whose account somebody in the directory has here. */
@Component
class Identities {

    private final JdbcClient jdbc;
    private final Clock clock;

    Identities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<AccountId> owner(Someone someone) {
        return jdbc.sql("""
                        update directory.identity
                           set used_at = :now
                         where issuer = :issuer and subject = :subject
                        returning account_id""")
                .param("now", Sql.at(clock.instant()))
                .param("issuer", someone.issuer().getValue())
                .param("subject", someone.subject())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Of two who connect the same at once one succeeds, and so of two identities that ask for one account. */
    boolean connect(Someone someone, AccountId account) {
        return jdbc.sql("""
                                insert into directory.identity (issuer, subject, account_id, connected_at)
                                values (:issuer, :subject, :account, :now)
                                on conflict do nothing""")
                        .param("issuer", someone.issuer().getValue())
                        .param("subject", someone.subject())
                        .param("account", account.value())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    /** Since when an account is connected, and when it was last used. */
    Optional<OtherWay.Known> known(AccountId account, Issuer issuer) {
        return jdbc.sql(
                        "select connected_at, used_at from directory.identity where account_id = :account and issuer = :issuer")
                .param("account", account.value())
                .param("issuer", issuer.getValue())
                .query(OtherWay.Known.class)
                .optional();
    }

    int disconnect(AccountId account) {
        return jdbc.sql("delete from directory.identity where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
