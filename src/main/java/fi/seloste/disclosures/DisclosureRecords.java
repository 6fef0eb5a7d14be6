package fi.seloste.disclosures;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of disclosures; whom they are about is {@link ConcernedRows}'. */
@Component
class DisclosureRecords {

    private static final String SELECT = """
            select disclosure_id, version, authority, reference, law, asked, received_on, due_on, secret_until, secret_by, secrecy_ended_at,
                   to_tell, decision, reason, categories, sent_how, sent_on, recorded_at
              from disclosures.disclosure
            """;

    private final JdbcClient jdbc;

    DisclosureRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What awaits a decision first, the most urgent on top; then the newest. */
    List<Disclosure> list(int limit) {
        return jdbc.sql(SELECT + """
                        order by (decided_at is null) desc, case when decided_at is null then due_on end, received_on desc, disclosure_id desc
                        limit :limit""")
                .param("limit", limit)
                .query((row, n) -> disclosure(row))
                .list();
    }

    /** As they were written down, the newest first, after a mark. */
    List<Disclosure> after(@Nullable UUID mark, int limit) {
        return jdbc.sql(SELECT + """
                        where :mark::uuid is null or disclosure_id < :mark::uuid
                        order by disclosure_id desc
                        limit :limit""")
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> disclosure(row))
                .list();
    }

    int open() {
        return jdbc.sql("select count(*) from disclosures.disclosure where decided_at is null")
                .query(Integer.class)
                .single();
    }

    List<Disclosure> open(int limit) {
        return jdbc.sql(SELECT + "where decided_at is null order by due_on, disclosure_id limit :limit")
                .param("limit", limit)
                .query((row, n) -> disclosure(row))
                .list();
    }

    /** Of which the day of secrecy has come. */
    List<Disclosure> toBeTold(LocalDate today, int limit) {
        return jdbc.sql(SELECT + """
                        where secret_until <= :today and secrecy_ended_at is null
                        order by secret_until, disclosure_id
                        limit :limit""")
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> disclosure(row))
                .list();
    }

    Disclosures.Counted counted() {
        return jdbc.sql("""
                        select count(*) filter (where decided_at is null) as open,
                               count(*) filter (where decision in ('given', 'part')) as given,
                               count(*) filter (where decision = 'refused') as refused,
                               count(*) filter (where secret_until is not null and secrecy_ended_at is null) as secret
                          from disclosures.disclosure""").query(Disclosures.Counted.class).single();
    }

    Optional<Disclosure> find(UUID id) {
        return jdbc.sql(SELECT + "where disclosure_id = :id")
                .param("id", id)
                .query((row, n) -> disclosure(row))
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Disclosure> hold(UUID id) {
        return jdbc.sql(SELECT + "where disclosure_id = :id for update")
                .param("id", id)
                .query((row, n) -> disclosure(row))
                .optional();
    }

    UUID add(Disclosure.Asked asked, Disclosure.@Nullable Secrecy secrecy, Actor actor, Instant now) {
        var id = Ids.next();
        facts(jdbc.sql("""
                                insert into disclosures.disclosure
                                       (disclosure_id, authority, reference, law, asked, received_on, due_on, secret_until, secret_by,
                                        recorded_at, recorded_by)
                                values (:id, :authority, :reference, :law, :asked, :received, :due::date, :until::date, :secretBy, :now,
                                        :by::uuid)"""), asked, secrecy)
                .param("id", id)
                .param("now", Sql.at(now))
                .param("by", actor.staff())
                .update();
        return id;
    }

    /** False where somebody else wrote meanwhile. */
    boolean set(UUID id, Disclosure.Asked asked, Disclosure.@Nullable Secrecy secrecy, int version) {
        return facts(jdbc.sql("""
                                update disclosures.disclosure
                                   set authority = :authority, reference = :reference, law = :law, asked = :asked, received_on = :received,
                                       due_on = :due::date, secret_until = :until::date, secret_by = :secretBy, version = version + 1
                                 where disclosure_id = :id and version = :version"""), asked, secrecy)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec facts(
            JdbcClient.StatementSpec statement, Disclosure.Asked asked, Disclosure.@Nullable Secrecy secrecy) {
        return statement
                .param("authority", asked.authority())
                .param("reference", asked.reference())
                .param("law", asked.law())
                .param("asked", asked.what())
                .param("received", asked.receivedOn())
                .param("due", asked.dueOn())
                .param("until", secrecy == null ? null : secrecy.until())
                .param("secretBy", secrecy == null ? null : secrecy.by());
    }

    void decided(UUID id, Disclosure.Answer answer, Actor actor, Instant now) {
        jdbc.sql("""
                        update disclosures.disclosure
                           set decision = :decision, reason = :reason, categories = :categories, sent_how = :how, sent_on = :sent::date,
                               decided_at = :now, decided_by = :by::uuid, version = version + 1
                         where disclosure_id = :id""")
                .param("decision", answer.decision().code())
                .param("reason", answer.reason())
                .param("categories", Sql.array(answer.categories()))
                .param("how", answer.how())
                .param("sent", answer.sentOn())
                .param("now", Sql.at(now))
                .param("by", actor.staff())
                .param("id", id)
                .update();
    }

    void prolonged(UUID id, LocalDate until, String by) {
        jdbc.sql("""
                        update disclosures.disclosure
                           set secret_until = :until, secret_by = :by, version = version + 1
                         where disclosure_id = :id""").param("until", until).param("by", by).param("id", id).update();
    }

    void secrecyEnded(UUID id, @Nullable String reason, boolean toTell, Instant now) {
        jdbc.sql("""
                        update disclosures.disclosure
                           set secrecy_ended_at = :now, ended_for = :reason, waiting = '{}', to_tell = :toTell, version = version + 1
                         where disclosure_id = :id""")
                .param("toTell", toTell)
                .param("now", Sql.at(now))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** Where people are to be told, and how many have not been: those whose secrecy ended first on top. */
    List<AfterSecrecy.Waiting> untold(int limit) {
        return jdbc.sql("""
                        select d.disclosure_id as id, d.authority, count(*)::integer as people
                          from disclosures.disclosure d
                          join disclosures.concerned c on c.disclosure_id = d.disclosure_id and c.told_at is null
                          join register.person p on p.person_id = c.person_id and (p.standing & 8) = 0
                         where d.to_tell
                         group by d.disclosure_id
                         order by d.secrecy_ended_at, d.disclosure_id
                         limit :limit""")
                .param("limit", limit)
                .query(AfterSecrecy.Waiting.class)
                .list();
    }

    List<PersonId> waiting(UUID id) {
        return jdbc
                .sql("select unnest(waiting) as person_id from disclosures.disclosure where disclosure_id = :id")
                .param("id", id)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    void setWaiting(UUID id, Collection<PersonId> people) {
        jdbc.sql("update disclosures.disclosure set waiting = :people where disclosure_id = :id")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("id", id)
                .update();
    }

    private static Disclosure disclosure(ResultSet row) throws SQLException {
        return new Disclosure(
                row.getObject("disclosure_id", UUID.class),
                row.getInt("version"),
                new Disclosure.Asked(
                        row.getString("authority"),
                        row.getString("reference"),
                        row.getString("law"),
                        row.getString("asked"),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)),
                secrecy(row),
                answer(row),
                row.getBoolean("to_tell"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Disclosure.@Nullable Secrecy secrecy(ResultSet row) throws SQLException {
        var until = row.getObject("secret_until", LocalDate.class);
        var ended = row.getObject("secrecy_ended_at", OffsetDateTime.class);
        return until == null
                ? null
                : new Disclosure.Secrecy(until, text(row, "secret_by"), ended == null ? null : ended.toInstant());
    }

    private static Disclosure.@Nullable Answer answer(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        return decision == null
                ? null
                : new Disclosure.Answer(
                        Decision.of(decision),
                        text(row, "reason"),
                        Arrays.asList((String[]) row.getArray("categories").getArray()),
                        row.getString("sent_how"),
                        row.getObject("sent_on", LocalDate.class));
    }

    /** Ten years on, retention has emptied what somebody wrote. */
    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }
}
