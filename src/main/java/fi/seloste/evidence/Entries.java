package fi.seloste.evidence;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of evidence. */
@Component
class Entries {

    private static final String LINE = """
            select e.entry_id, e.at, e.actor_kind, e.actor_id, e.act, e.purpose, e.subject_id, e.object_kind, e.object_id, d.detail
              from evidence.entry e
              left join evidence.detail d using (entry_id)
            """;

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Evidence.Entry entry, Commitment commitment) {
        var act = entry.act();
        var subject = act.subject() == null ? null : act.subject().value();
        jdbc.sql("""
                        insert into evidence.entry
                               (entry_id, at, actor_kind, actor_id, act, purpose, subject_id, object_kind, object_id, commitment)
                        values (:id, :at, :actorKind, :actorId, :act, :purpose, :subject, :objectKind, :objectId, :commitment)""")
                .param("id", entry.id())
                .param("at", Sql.at(entry.at()))
                .param("actorKind", code(entry.actor()))
                .param("actorId", entry.actor().id())
                .param("act", act.name())
                .param("purpose", entry.purpose().code())
                .param("subject", subject)
                .param("objectKind", act.objectKind())
                .param("objectId", act.objectId())
                .param("commitment", commitment.hash())
                .update();
        jdbc.sql(
                        "insert into evidence.detail (entry_id, subject_id, salt, detail) values (:id, :subject, :salt, :detail)")
                .param("id", entry.id())
                .param("subject", subject)
                .param("salt", commitment.salt())
                .param("detail", commitment.detail())
                .update();
    }

    void addConsultation(Actor actor, Purpose purpose, Evidence.How how, Instant at, List<UUID> subjects) {
        jdbc.sql("""
                        insert into evidence.consultation (consultation_id, at, actor_kind, actor_id, purpose, how, subjects)
                        values (:id, :at, :actorKind, :actorId, :purpose, :how, :subjects)""")
                .param("id", Ids.next())
                .param("at", Sql.at(at))
                .param("actorKind", code(actor))
                .param("actorId", actor.id())
                .param("purpose", purpose.code())
                .param("how", how.name().toLowerCase(Locale.ROOT))
                .param("subjects", subjects.toArray(UUID[]::new))
                .update();
    }

    List<Evidence.Consultation> consultationsOf(PersonId subject) {
        return jdbc.sql("""
                        select at, purpose, how
                          from evidence.consultation
                         where subjects @> array[:subject]::uuid[]
                         order by at desc""")
                .param("subject", subject.value())
                .query(Evidence.Consultation.class)
                .list();
    }

    List<Evidence.Line> about(UUID object) {
        return jdbc.sql(LINE + "where e.object_id = :object order by e.at, e.entry_id")
                .param("object", object)
                .query(Evidence.Line.class)
                .list();
    }

    List<Evidence.Line> about(UUID object, @Nullable UUID after, int limit) {
        return jdbc.sql(LINE + """
                        where e.object_id = :object and (:after::uuid is null or e.entry_id > :after::uuid)
                        order by e.entry_id
                        limit :limit""")
                .param("object", object)
                .param("after", after)
                .param("limit", limit)
                .query(Evidence.Line.class)
                .list();
    }

    List<Evidence.Line> of(PersonId subject) {
        return jdbc.sql(LINE + "where e.subject_id = :subject order by e.at, e.entry_id")
                .param("subject", subject.value())
                .query(Evidence.Line.class)
                .list();
    }

    List<Evidence.Line> newest(int limit) {
        return jdbc.sql(LINE + "order by e.entry_id desc limit :limit")
                .param("limit", limit)
                .query(Evidence.Line.class)
                .list();
    }

    private static String code(Actor actor) {
        return actor.kind().name().toLowerCase(Locale.ROOT);
    }
}
