package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.store.Purpose;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The permissions' SQL. */
@Component
class Mandates {

    private final JdbcClient jdbc;

    Mandates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Permissions of(AccountId account) {
        return Permissions.of(jdbc.sql("select purpose, action, scope from staff.permission where account_id = :id")
                .param("id", account.value())
                .query((row, n) -> new Permission(
                        Purpose.of(row.getString("purpose")),
                        Action.of(row.getString("action")),
                        Scope.of(row.getString("scope"))))
                .list());
    }

    void set(AccountId account, Permissions permissions) {
        jdbc.sql("delete from staff.permission where account_id = :id")
                .param("id", account.value())
                .update();
        for (var permission : permissions.held()) {
            jdbc.sql("""
                            insert into staff.permission (account_id, purpose, action, scope)
                            values (:id, :purpose, :action, :scope)""")
                    .param("id", account.value())
                    .param("purpose", permission.purpose().code())
                    .param("action", permission.action().code())
                    .param("scope", permission.scope().code())
                    .update();
        }
    }

    /** How many besides this one may manage accounts: the last one must not lock everybody out. */
    int otherOperators(AccountId account) {
        return jdbc.sql("""
                        select count(*)
                          from staff.permission p
                          join staff.account a on a.account_id = p.account_id
                         where p.purpose = 'technical' and p.action = 'manage'
                           and a.disabled_at is null and a.account_id <> :id""").param("id", account.value()).query(Integer.class).single();
    }

    /** Who has managed accounts for longest. */
    Optional<AccountId> firstOperator() {
        return jdbc.sql("""
                        select a.account_id
                          from staff.permission p
                          join staff.account a on a.account_id = p.account_id
                         where p.purpose = 'technical' and p.action = 'manage' and a.disabled_at is null
                         order by a.created_at, a.account_id
                         limit 1""").query(UUID.class).optional().map(AccountId::new);
    }
}
