package fi.seloste.consents;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of consents. No purpose has the right to write over one; what ends them is a function of the database. */
@Component
class ConsentRecords {

    private static final String SELECT = """
            select c.consent_id, c.person_id, c.given_at, c.channel, c.proof, c.proof_note, c.notice_print, c.expires_on, c.ends_at,
                   c.withdrawn_at, c.withdrawn_how, c.withdrawn_by,
                   w.wording_id, w.purpose, w.topic, w.language, w.version, w.words, w.made_at
              from consents.consent c
              join consents.wording w on w.wording_id = c.wording_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsentRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False where the running purpose does not see the person. */
    boolean add(Consent consent, Actor actor) {
        var given = consent.given();
        return jdbc.sql("""
                        insert into consents.consent
                               (consent_id, person_id, standing, purpose, topic, wording_id, given_at, channel, proof, proof_note, notice_print,
                                expires_on, ends_at, noted_at, noted_by)
                        select :id, p.person_id, p.standing, :purpose, :topic, :wording, :at, :channel, :proof, :note, :print,
                               :expires::date, :ends::timestamptz, :now, :by::uuid
                          from register.person p
                         where p.person_id = :person""")
                        .param("id", consent.id())
                        .param("person", consent.person().value())
                        .param("purpose", consent.aim().purpose())
                        .param("topic", consent.aim().topic())
                        .param("wording", given.upon().id())
                        .param("at", Sql.at(given.at()))
                        .param("channel", given.channel().code())
                        .param("proof", given.proof().kind().code())
                        .param("note", given.proof().note())
                        .param("print", given.noticePrint())
                        .param("expires", consent.end().expiresOn())
                        .param("ends", Sql.at(consent.end().at()))
                        .param("now", Sql.at(clock.instant()))
                        .param("by", actor.staff())
                        .update()
                > 0;
    }

    /** All of a person's, the newest first. */
    List<Consent> of(PersonId person) {
        return jdbc.sql(SELECT + "where c.person_id = :person order by c.given_at desc, c.consent_id desc")
                .param("person", person.value())
                .query((row, n) -> consent(row))
                .list();
    }

    Optional<Consent> find(UUID id) {
        return jdbc.sql(SELECT + "where c.consent_id = :id")
                .param("id", id)
                .query((row, n) -> consent(row))
                .optional();
    }

    List<Consent> endedBy(RequestId request) {
        return jdbc.sql(SELECT + "where c.request_id = :request order by c.given_at, c.consent_id")
                .param("request", request.value())
                .query((row, n) -> consent(row))
                .list();
    }

    boolean stands(PersonId person, Aim aim) {
        return jdbc.sql(
                        "select exists (select 1 from consents.standing(:purpose, :topic, :now) s where s.person_id = :person)")
                .param("purpose", aim.purpose())
                .param("topic", aim.topic())
                .param("now", Sql.at(clock.instant()))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** How many people stand behind each purpose and topic; of merged rows the few that a later no overrules are counted too. */
    Map<Aim, Long> standing() {
        var counted = new HashMap<Aim, Long>();
        jdbc.sql("""
                        select purpose, topic, count(distinct person_id) as people
                          from consents.consent
                         where given_at <= :now and (ends_at is null or ends_at > :now)
                         group by purpose, topic""").param("now", Sql.at(clock.instant())).query(row -> {
            counted.put(new Aim(row.getString("purpose"), row.getString("topic")), row.getLong("people"));
        });
        return counted;
    }

    /** How an act of withdrawing came: by which way, whose hand, and for which request, if for one. */
    record Act(Way how, Actor actor, @Nullable RequestId request) {}

    /** What stands of the person's for one consent's purpose and topic, for these purposes, or altogether. */
    List<UUID> withdraw(PersonId person, @Nullable UUID one, @Nullable Collection<String> purposes, Act act) {
        return jdbc.sql("""
                        select ended
                          from consents.withdraw(:person, :one::uuid, :purposes::text[], :now, :how, :kind, :staff::uuid, :request::uuid) as ended""")
                .param("person", person.value())
                .param("one", one)
                .param("purposes", purposes == null ? null : Sql.array(purposes))
                .param("now", Sql.at(clock.instant()))
                .param("how", act.how().code())
                .param("kind", act.actor().kind().name().toLowerCase(Locale.ROOT))
                .param("staff", act.actor().staff())
                .param("request", act.request() == null ? null : act.request().value())
                .query(UUID.class)
                .list();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getObject("consent_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new Consent.Given(
                        Wordings.wording(row),
                        row.getTimestamp("given_at").toInstant(),
                        Channel.of(row.getString("channel")),
                        new Proof(Proof.Kind.of(row.getString("proof")), row.getString("proof_note")),
                        row.getString("notice_print")),
                new Consent.End(
                        row.getObject("expires_on", LocalDate.class),
                        at(row.getTimestamp("ends_at")),
                        withdrawal(row)));
    }

    private static Consent.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = at(row.getTimestamp("withdrawn_at"));
        return at == null
                ? null
                : new Consent.Withdrawal(at, Way.kept(row.getString("withdrawn_how")), row.getString("withdrawn_by"));
    }

    private static @Nullable Instant at(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
