package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when and why the use of somebody's data is restricted (Art. 18). */
@Component
class Restrictions {

    private final JdbcClient jdbc;

    Restrictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Restriction(
            UUID personId,
            String ground,
            Instant sinceAt,
            @Nullable Instant liftedAt,
            @Nullable String liftedFor,
            @Nullable UUID liftedBy) {

        /** Decided, and not done yet. */
        boolean isToBeLifted() {
            return liftedAt == null && liftedFor != null;
        }
    }

    void add(RequestId request, PersonId person, String ground, Instant since) {
        jdbc.sql("""
                        insert into rights.restriction (restriction_id, request_id, person_id, ground, since_at)
                        values (:id, :request, :person, :ground, :since)
                            on conflict (request_id) do nothing""")
                .param("id", Ids.next())
                .param("request", request.value())
                .param("person", person.value())
                .param("ground", ground)
                .param("since", Sql.at(since))
                .update();
    }

    Optional<Restriction> find(RequestId request) {
        return jdbc.sql("""
                        select person_id, ground, since_at, lifted_at, lifted_for, lifted_by
                          from rights.restriction
                         where request_id = :request""")
                .param("request", request.value())
                .query(Restriction.class)
                .optional();
    }

    /** The decision is kept before it is carried out; a null reason takes it back. */
    void decideLifting(RequestId request, @Nullable String reason, @Nullable UUID by) {
        jdbc.sql("""
                        update rights.restriction
                           set lifted_for = :reason, lifted_by = :by
                         where request_id = :request and lifted_at is null""")
                .param("reason", reason)
                .param("by", by)
                .param("request", request.value())
                .update();
    }

    void lift(RequestId request, String reason, Actor actor, Instant at) {
        jdbc.sql("""
                        update rights.restriction
                           set lifted_at = :at, lifted_by = :by, lifted_for = :reason
                         where request_id = :request and lifted_at is null""")
                .param("at", Sql.at(at))
                .param("by", actor.staff())
                .param("reason", reason)
                .param("request", request.value())
                .update();
    }

    /** Wholly: what another request restricted of single categories keeps nobody from using the rest. */
    boolean isRestrictedElsewhere(PersonId person, RequestId but) {
        return jdbc.sql("""
                        select count(*) > 0
                          from rights.restriction r
                         where r.person_id = :person and r.request_id <> :but and r.lifted_at is null
                           and not exists (select 1 from rights.part p where p.request_id = r.request_id)""")
                .param("person", person.value())
                .param("but", but.value())
                .query(Boolean.class)
                .single();
    }
}
