package fi.seloste.newsletters;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.SecretLink;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of subscriptions that were asked for and not yet confirmed. The public login adds them and reads none. */
@Component
class SignUps {

    private static final String SELECT = """
            select sign_up_id, email, name, language, from_address, channel, wordings, asked_at, expires_at, confirmed_at
              from newsletters.sign_up
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignUps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(SignUp.Who who, String channel, List<UUID> wordings) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into newsletters.sign_up
                               (sign_up_id, email, canonical, name, language, from_address, channel, wordings, asked_at)
                        values (:id, :email, :canonical, :name, :language, :ip, :channel, :wordings, :now)""")
                .param("id", id)
                .param("email", who.email())
                .param("canonical", who.canonical())
                .param("name", who.name())
                .param("language", who.language())
                .param("ip", who.ip())
                .param("channel", channel)
                .param("wordings", wordings.toArray(UUID[]::new))
                .param("now", Sql.at(clock.instant()))
                .update();
        return id;
    }

    /** One whose letter is still to be written; nobody else writes it until the transaction ends. */
    Optional<SignUp> unwritten(UUID id) {
        return jdbc.sql(SELECT + "where sign_up_id = :id and token_print is null for update")
                .param("id", id)
                .query((row, n) -> signUp(row))
                .optional();
    }

    /** How many letters went to whoever reads this address since then, by whatever spelling. */
    int lettersSince(String canonical, Instant since) {
        return jdbc.sql("""
                        select count(*)
                          from newsletters.sign_up
                         where canonical = :canonical and token_print is not null and asked_at > :since""")
                .param("canonical", canonical)
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }

    void written(UUID id, SecretLink link, Duration lives, @Nullable PersonId person) {
        jdbc.sql("""
                        update newsletters.sign_up
                           set token_print = :print, expires_at = :until, person_id = :person::uuid
                         where sign_up_id = :id""")
                .param("id", id)
                .param("print", link.print())
                .param("until", Sql.at(clock.instant().plus(lives)))
                .param("person", person == null ? null : person.value())
                .update();
    }

    Optional<SignUp> find(SecretLink link) {
        return jdbc.sql(SELECT + "where token_print = :print")
                .param("print", link.print())
                .query((row, n) -> signUp(row))
                .optional();
    }

    /** Two presses at once are one after the other. */
    Optional<SignUp> hold(SecretLink link) {
        return jdbc.sql(SELECT + "where token_print = :print for update")
                .param("print", link.print())
                .query((row, n) -> signUp(row))
                .optional();
    }

    /** What was said of the asker is kept with the person from here on. */
    void confirmed(UUID id, PersonId person) {
        jdbc.sql("""
                        update newsletters.sign_up
                           set confirmed_at = :now, person_id = :person, name = null, from_address = null
                         where sign_up_id = :id""")
                .param("id", id)
                .param("person", person.value())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from newsletters.sign_up where sign_up_id = :id")
                .param("id", id)
                .update();
    }

    /** How many wait for whoever reads the address to confirm one of these words. */
    int waiting(List<UUID> wordings) {
        return jdbc.sql("""
                        select count(*)
                          from newsletters.sign_up
                         where wordings && :wordings::uuid[] and confirmed_at is null""")
                .param("wordings", wordings.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    private static SignUp signUp(ResultSet row) throws SQLException {
        return new SignUp(
                row.getObject("sign_up_id", UUID.class),
                new SignUp.Who(
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("language"),
                        row.getString("from_address")),
                row.getString("channel"),
                Arrays.asList((UUID[]) row.getArray("wordings").getArray()),
                new SignUp.Course(
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        Sql.moment(row, "expires_at"),
                        Sql.moment(row, "confirmed_at")));
    }
}
