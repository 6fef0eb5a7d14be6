package fi.seloste.movers;

import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.imports.Attached;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back, in the rights purpose, what a move began: consents that nobody has withdrawn meanwhile, with how they are read and what the timeline told of
 * them. Its SQL names the tables of consents and newsletters, since what was brought in bulk goes in bulk (ADR 11).
 */
@Component
class TakingBack {

    private final Moves moves;
    private final Purposes purposes;
    private final Evidence evidence;
    private final JdbcClient jdbc;
    private final Clock clock;

    TakingBack(Moves moves, Purposes purposes, Evidence evidence, JdbcClient jdbc, Clock clock) {
        this.moves = moves;
        this.purposes = purposes;
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void takeBack(Move move, Actor actor) {
        purposes.as(Purpose.RIGHTS, () -> {
            if (moves.hold(move.id()).isUndone()) {
                return;
            }
            var given = moves.given(move.id());
            var consents = given.stream().map(Moves.Given::consentId).toArray(UUID[]::new);
            restoreActs(move, consents);
            delete("""
                    delete from newsletters.happening h
                     using consents.consent c
                     where c.consent_id = any(:consents::uuid[]) and c.withdrawn_at is null
                       and h.person_id = c.person_id and h.kind = 'subscribed' and h.at between c.noted_at and c.noted_at + interval '5 seconds'""", consents);
            delete("""
                    delete from newsletters.preference f
                     using consents.consent c, newsletters.topic t
                     where c.consent_id = any(:consents::uuid[]) and c.withdrawn_at is null and t.slug = c.topic
                       and f.person_id = c.person_id and f.topic_id = t.topic_id and f.changed_at between c.noted_at and c.noted_at + interval '5 seconds'""", consents);
            int gone = delete(
                    "delete from consents.consent c where c.consent_id = any(:consents::uuid[]) and c.withdrawn_at is null",
                    consents);
            moves.takenBack(move.id());
            evidence.record(
                    actor,
                    Act.of("move-undone").about("import", move.importId()).with(Map.of("consents", gone)));
        });
    }

    private static final String LEAVING = """
            with gone as (
                select c.consent_id, c.person_id, c.purpose, c.topic, c.given_at, c.ends_at, c.noted_at
                  from movers.given g
                  join consents.consent c on c.consent_id = g.consent_id
                 where g.move_id = :move and c.withdrawn_at is null)
            select case when g.ends_at <= :now
                          or exists (select 1
                                       from consents.consent o
                                      where o.person_id = g.person_id and o.purpose = g.purpose and o.topic = g.topic and o.consent_id <> g.consent_id
                                        and o.withdrawn_at is null and (o.ends_at is null or o.ends_at > :now)) then 'row'
                        else 'subscription' end as kind, g.consent_id as id
              from gone g
            union
            select 'row', h.happening_id
              from gone g
              join newsletters.happening h on h.person_id = g.person_id
             where h.kind = 'subscribed' and h.at between g.noted_at and g.noted_at + interval '5 seconds'
            union
            select 'row', f.preference_id
              from gone g
              join newsletters.topic t on t.slug = g.topic
              join newsletters.preference f on f.person_id = g.person_id and f.topic_id = t.topic_id
             where f.changed_at between g.noted_at and g.noted_at + interval '5 seconds'
            union
            select 'idle', p.person_id
              from gone g
              join register.person p on p.person_id = g.person_id
             where p.import_id = :import and p.last_act_at = g.given_at""";

    private record Ending(String kind, UUID id) {}

    /** What would go, in the rights purpose; nothing is done. */
    Attached.Leaving leaving(Move move) {
        var ending = jdbc.sql(LEAVING)
                .param("move", move.id())
                .param("import", move.importId())
                .param("now", Sql.at(clock.instant()))
                .query(Ending.class)
                .list();
        return new Attached.Leaving(
                (int) ending.stream()
                        .filter(one -> one.kind().equals("subscription"))
                        .count(),
                ids(ending, kind -> !kind.equals("idle")),
                ids(ending, kind -> kind.equals("idle")));
    }

    private static List<UUID> ids(List<Ending> ending, Predicate<String> which) {
        return ending.stream()
                .filter(one -> which.test(one.kind()))
                .map(Ending::id)
                .toList();
    }

    /** The consent counted as the person's own last act; without it the person did nothing here. */
    private void restoreActs(Move move, UUID[] consents) {
        jdbc.sql("""
                        update register.person p
                           set last_act_at = null
                          from consents.consent c
                         where c.consent_id = any(:consents::uuid[]) and c.withdrawn_at is null
                           and p.person_id = c.person_id and p.import_id = :import and p.last_act_at = c.given_at""")
                .param("consents", consents)
                .param("import", move.importId())
                .update();
    }

    private int delete(String sql, UUID[] consents) {
        return jdbc.sql(sql).param("consents", consents).update();
    }
}
