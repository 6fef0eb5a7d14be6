package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens' SQL. */
@Component
class Tokens {

    private final JdbcClient jdbc;

    Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Token token, byte[] print) {
        jdbc.sql("""
                        insert into staff.token (token_id, token_print, name, purposes, created_by, created_at, expires_at)
                        values (:id, :print, :name, :purposes, :by, :at, :expires)""")
                .param("id", token.tokenId())
                .param("print", print)
                .param("name", token.name())
                .param("purposes", Sql.array(token.purposes()))
                .param("by", token.createdBy())
                .param("at", Sql.at(token.life().createdAt()))
                .param("expires", Sql.at(token.life().expiresAt()))
                .update();
    }

    /** A token that still works. */
    Optional<Token> find(byte[] print, Instant now) {
        return jdbc.sql("""
                        select t.token_id, t.name, t.purposes, t.created_by, t.created_at, t.expires_at, t.last_used_at
                          from staff.token t
                         where t.token_print = :print
                           and t.revoked_at is null
                           and (t.expires_at is null or t.expires_at > :now)""")
                .param("print", print)
                .param("now", Sql.at(now))
                .query(Tokens::token)
                .optional();
    }

    List<Token> all() {
        return jdbc.sql("""
                        select t.token_id, t.name, t.purposes, t.created_by, t.created_at, t.expires_at, t.last_used_at
                          from staff.token t
                         where t.revoked_at is null
                         order by t.token_id desc""").query(Tokens::token).list();
    }

    void used(UUID id, Instant at) {
        jdbc.sql("update staff.token set last_used_at = :at where token_id = :id")
                .param("at", Sql.at(at))
                .param("id", id)
                .update();
    }

    boolean revoke(UUID id, Instant at) {
        return jdbc.sql("update staff.token set revoked_at = :at where token_id = :id and revoked_at is null")
                        .param("at", Sql.at(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    int revokeOf(UUID account, Instant at) {
        return jdbc.sql("update staff.token set revoked_at = :at where created_by = :account and revoked_at is null")
                .param("at", Sql.at(at))
                .param("account", account)
                .update();
    }

    /** One that ended by its date is over like one that was taken back, once nobody can have missed it in the list. */
    void endOver(Instant before) {
        jdbc.sql("update staff.token set revoked_at = expires_at where revoked_at is null and expires_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getObject("token_id", UUID.class),
                row.getString("name"),
                Arrays.asList((String[]) row.getArray("purposes").getArray()),
                row.getObject("created_by", UUID.class),
                new Token.Life(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Accounts.instant(row, "expires_at"),
                        Accounts.instant(row, "last_used_at")));
    }

    /** A program's way in: its name, and the purposes as they are written. */
    record Token(
            UUID tokenId,
            String name,
            List<String> purposes,
            @Nullable UUID createdBy,
            Life life) {

        /** When it was made, ends, and was last shown. */
        record Life(
                Instant createdAt,
                @Nullable Instant expiresAt,
                @Nullable Instant usedAt) {}

        Permissions permissions() {
            return Permissions.ofCodes(purposes);
        }

        @Nullable
        AccountId owner() {
            return createdBy == null ? null : new AccountId(createdBy);
        }

        boolean wantsTouch(Instant now) {
            return life.usedAt() == null || now.isAfter(life.usedAt().plusSeconds(60));
        }
    }
}
