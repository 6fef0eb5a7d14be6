package fi.seloste.movers;

import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Map;
import java.util.UUID;
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

    TakingBack(Moves moves, Purposes purposes, Evidence evidence, JdbcClient jdbc) {
        this.moves = moves;
        this.purposes = purposes;
        this.evidence = evidence;
        this.jdbc = jdbc;
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
