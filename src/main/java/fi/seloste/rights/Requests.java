package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.base.Suspension;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests in the database: themselves, what happened to them, and whom they may mean. */
@Component
class Requests {

    static final String SELECT = """
            select q.request_id, q.number, q.kind, q.state, q.channel, q.person_id, q.email, q.name, q.words, q.language,
                   least(q.received_on, first.received_on) as received_on, q.received_at, q.matched_at, q.proved_how, q.proved_at,
                   q.decided_at, q.decided_by, q.answered_at, q.closed_at, e.told_on as extended_on
              from rights.request q
              left join rights.extension e using (request_id)
              left join rights.repetition r on r.request_id = q.request_id
              left join rights.request first on first.request_id = r.earlier_id
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Requests(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    String nextNumber(LocalDate receivedOn) {
        return jdbc.sql("select rights.next_number(:year)")
                .param("year", receivedOn.getYear())
                .query(String.class)
                .single();
    }

    void add(Request request) {
        var asker = request.asker();
        jdbc.sql("""
                        insert into rights.request
                               (request_id, number, kind, state, channel, person_id, email, name, words, language, received_on, received_at)
                        values (:id, :number, :kind, :state, :channel, :person, :email, :name, :words, :language, :on, :at)""")
                .param("id", request.id().value())
                .param("number", request.number())
                .param("kind", request.right().code())
                .param("state", request.state().code())
                .param("channel", request.course().received().channel())
                .param("person", asker.person() == null ? null : asker.person().value())
                .param("email", asker.email())
                .param("name", asker.name())
                .param("words", asker.words())
                .param("language", asker.language())
                .param("on", request.course().received().on())
                .param("at", Sql.at(request.course().received().at()))
                .update();
        events.publishEvent(new Request.Opened(request.id()));
    }

    Request get(RequestId id) {
        return find(id).orElseThrow(() -> Problem.notFound("request"));
    }

    Optional<Request> find(RequestId id) {
        return jdbc.sql(SELECT + "where q.request_id = :id")
                .param("id", id.value())
                .query(RequestRecord.class)
                .optional()
                .map(row -> row.request(suspensions(id)));
    }

    Optional<Request> numbered(String number) {
        return jdbc.sql(SELECT + "where q.number = :number")
                .param("number", number)
                .query(RequestRecord.class)
                .optional()
                .map(row -> row.request(suspensions(new RequestId(row.requestId()))));
    }

    /** For an act: the second of two at the same time waits for the first and then sees what it did. */
    Request lock(RequestId id) {
        jdbc.sql("select request_id from rights.request where request_id = :id for update")
                .param("id", id.value())
                .query()
                .listOfRows();
        return get(id);
    }

    /** Newest first; after the one that was shown last. */
    List<Request> page(@Nullable String state, @Nullable UUID after, int limit) {
        return whole(jdbc.sql(SELECT + """
                        where (cast(:state as text) is null or q.state = :state)
                          and (cast(:after as uuid) is null or q.request_id < :after)
                        order by q.request_id desc
                        limit :limit""")
                .param("state", state)
                .param("after", after)
                .param("limit", limit)
                .query(RequestRecord.class)
                .list());
    }

    /** The oldest first, since they are due first. */
    List<Request> open(int limit) {
        return whole(jdbc.sql(
                        SELECT
                                + "where q.closed_at is null order by least(q.received_on, first.received_on), q.request_id limit :limit")
                .param("limit", limit)
                .query(RequestRecord.class)
                .list());
    }

    long countOpen() {
        return jdbc.sql("select count(*) from rights.request where closed_at is null")
                .query(Long.class)
                .single();
    }

    List<Request> ofPerson(PersonId person) {
        return whole(jdbc.sql(SELECT + "where q.person_id = :person order by q.request_id desc")
                .param("person", person.value())
                .query(RequestRecord.class)
                .list());
    }

    /** How many came for an address since then: nobody's mailbox is filled by somebody else's asking. */
    long countOf(String email, Instant since) {
        return jdbc.sql("select count(*) from rights.request where email = :email and received_at > :since")
                .param("email", email)
                .param("since", Sql.at(since))
                .query(Long.class)
                .single();
    }

    void become(RequestId id, Request.State state) {
        jdbc.sql("update rights.request set state = :state where request_id = :id")
                .param("state", state.code())
                .param("id", id.value())
                .update();
    }

    void matched(RequestId id, @Nullable PersonId person, Instant at) {
        jdbc.sql("update rights.request set person_id = :person, matched_at = :at where request_id = :id")
                .param("person", person == null ? null : person.value())
                .param("at", Sql.at(at))
                .param("id", id.value())
                .update();
    }

    void prove(RequestId id, PersonId person, Request.Proof proof, Actor actor, @Nullable String note) {
        jdbc.sql("""
                        update rights.request
                           set person_id = :person, proved_how = :how, proved_at = :at, proved_by = :by, proof_note = :note, state = 'collecting'
                         where request_id = :id""")
                .param("person", person.value())
                .param("how", proof.how().code())
                .param("at", Sql.at(proof.at()))
                .param("by", actor.staff())
                .param("note", note)
                .param("id", id.value())
                .update();
    }

    void decide(RequestId id, Actor actor, Instant at) {
        jdbc.sql("update rights.request set decided_at = :at, decided_by = :by where request_id = :id")
                .param("at", Sql.at(at))
                .param("by", actor.staff())
                .param("id", id.value())
                .update();
    }

    /** The journal could not take the line, so the act is not done and not decided. */
    void undecide(RequestId id) {
        jdbc.sql("update rights.request set decided_at = null, decided_by = null where request_id = :id")
                .param("id", id.value())
                .update();
    }

    List<RequestId> decidedAndOpen() {
        return jdbc.sql("""
                        select request_id
                          from rights.request
                         where decided_at is not null and closed_at is null and state <> 'answered-partly'
                         order by decided_at""").query(UUID.class).list().stream()
                .map(RequestId::new)
                .toList();
    }

    void answered(RequestId id, Instant at) {
        jdbc.sql("update rights.request set answered_at = :at where request_id = :id and answered_at is null")
                .param("at", Sql.at(at))
                .param("id", id.value())
                .update();
    }

    /** It was thought to be over, and is not. */
    void reopen(RequestId id) {
        jdbc.sql("update rights.request set state = 'answered-partly', closed_at = null where request_id = :id")
                .param("id", id.value())
                .update();
    }

    void end(RequestId id, Request.State state, Instant at) {
        jdbc.sql("update rights.request set state = :state, closed_at = :at where request_id = :id")
                .param("state", state.code())
                .param("at", Sql.at(at))
                .param("id", id.value())
                .update();
        events.publishEvent(new Request.Ended(id));
    }

    void candidate(RequestId id, PersonId person, String usage) {
        jdbc.sql("""
                        insert into rights.candidate (candidate_id, request_id, person_id, usage)
                        values (:candidate, :id, :person, :usage)
                            on conflict do nothing""")
                .param("candidate", Ids.next())
                .param("id", id.value())
                .param("person", person.value())
                .param("usage", usage)
                .update();
    }

    List<Candidate> candidates(RequestId id) {
        return jdbc.sql("""
                        select person_id, usage from rights.candidate where request_id = :id order by candidate_id""").param("id", id.value()).query(Candidate.class).list();
    }

    /** Somebody whom the address that was given leads to, and whether they share it. */
    record Candidate(UUID personId, String usage) {}

    /** Requests with their suspensions, which are read for all of them at once. */
    List<Request> whole(List<RequestRecord> rows) {
        var suspensions = new HashMap<UUID, List<Suspension>>();
        jdbc.sql("""
                        select request_id, asked_on, answered_on, late_for_cause
                          from rights.suspension
                         where request_id = any(:ids::uuid[])
                         order by asked_on, suspension_id""")
                .param("ids", rows.stream().map(RequestRecord::requestId).toArray(UUID[]::new))
                .query(Suspended.class)
                .list()
                .forEach(one -> suspensions
                        .computeIfAbsent(one.requestId(), id -> new ArrayList<>())
                        .add(one.suspension()));
        return rows.stream()
                .map(row -> row.request(suspensions.getOrDefault(row.requestId(), List.of())))
                .toList();
    }

    private record Suspended(
            UUID requestId, LocalDate askedOn, @Nullable LocalDate answeredOn, boolean lateForCause) {

        Suspension suspension() {
            return new Suspension(askedOn, answeredOn, lateForCause);
        }
    }

    private List<Suspension> suspensions(RequestId id) {
        return jdbc.sql("""
                        select asked_on, answered_on, late_for_cause
                          from rights.suspension
                         where request_id = :id
                         order by asked_on, suspension_id""").param("id", id.value()).query(Suspension.class).list();
    }
}
