package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Problem;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts' SQL. */
@Component
class Accounts {

    private static final String COLUMNS =
            "a.account_id, a.version, a.email, a.name, a.language, a.zone, a.theme, a.created_at, a.disabled_at";

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Account account) {
        jdbc.sql("""
                        insert into staff.account (account_id, email, name, language, zone, created_at)
                        values (:id, :email, :name, :language, :zone, :at)""")
                .param("id", account.id().value())
                .param("email", account.email())
                .param("name", account.name())
                .param("language", account.language())
                .param("zone", account.zone())
                .param("at", Sql.at(account.createdAt()))
                .update();
    }

    Account get(AccountId id) {
        return find(id).orElseThrow(() -> Problem.notFound("account"));
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql("select " + COLUMNS + " from staff.account a where a.account_id = :id")
                .param("id", id.value())
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> byEmail(String email) {
        return jdbc.sql("select " + COLUMNS + " from staff.account a where a.email = :email")
                .param("email", email)
                .query(Accounts::account)
                .optional();
    }

    List<Account> all() {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from staff.account a order by a.disabled_at is not null, a.name collate \"fi-x-icu\", a.account_id")
                .query(Accounts::account)
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from staff.account)")
                .query(Boolean.class)
                .single();
    }

    /** One set-up at a time, however many browsers try. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(7356784)").query(row -> {});
    }

    Optional<Credentials> credentials(String email) {
        return jdbc.sql("""
                        select account_id, password_hash, totp_secret is not null as second_factor
                          from staff.account
                         where email = :email and disabled_at is null""")
                .param("email", email)
                .query((row, n) -> new Credentials(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("password_hash"),
                        row.getBoolean("second_factor")))
                .optional();
    }

    Credentials credentials(AccountId id) {
        return credentials(get(id).email()).orElseThrow(() -> Problem.notFound("account"));
    }

    void setPassword(AccountId id, String hash, Instant at) {
        jdbc.sql("""
                        update staff.account
                           set password_hash = :hash, password_changed_at = :at
                         where account_id = :id""")
                .param("hash", hash)
                .param("at", Sql.at(at))
                .param("id", id.value())
                .update();
    }

    /** Writes what the page showed, unless somebody else wrote meanwhile. */
    void change(Account account) {
        int changed = jdbc.sql("""
                        update staff.account
                           set email = :email, name = :name, language = :language, zone = :zone, theme = :theme,
                               version = version + 1
                         where account_id = :id and version = :version""")
                .param("email", account.email())
                .param("name", account.name())
                .param("language", account.language())
                .param("zone", account.zone())
                .param("theme", account.theme())
                .param("id", account.id().value())
                .param("version", account.version())
                .update();
        if (changed == 0) {
            throw Problem.conflict("staff.account.changedMeanwhile");
        }
    }

    void setDisabled(AccountId id, @Nullable Instant at) {
        jdbc.sql("update staff.account set disabled_at = :at, version = version + 1 where account_id = :id")
                .param("at", Sql.at(at))
                .param("id", id.value())
                .update();
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getInt("version"),
                row.getString("email"),
                row.getString("name"),
                row.getString("language"),
                row.getString("zone"),
                row.getString("theme"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "disabled_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** What a sign-in needs to know of an account that is not disabled. */
    record Credentials(AccountId id, @Nullable String hash, boolean secondFactor) {}
}
