package fi.seloste.publishing;

import fi.seloste.base.Actor;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one draft. */
@Component
class Drafts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Draft> find() {
        return jdbc.sql("select declaration, based_on, version, changed_at, changed_by from publishing.draft")
                .query((row, at) -> new Draft(
                        row.getString("declaration"),
                        row.getInt("based_on"),
                        row.getInt("version"),
                        instant(row.getTimestamp("changed_at")),
                        row.getObject("changed_by", UUID.class)))
                .optional();
    }

    /** Takes the text only where the draft is still the one that was changed; says whether it did. */
    boolean put(Draft before, String text, Actor actor) {
        return jdbc.sql("""
                        insert into publishing.draft as d (declaration, based_on, version, changed_at, changed_by)
                        values (:text, :basedOn, 1, :at, :by)
                        on conflict (only_one) do update
                           set declaration = excluded.declaration, version = d.version + 1,
                               changed_at = excluded.changed_at, changed_by = excluded.changed_by
                         where d.version = :version""")
                        .param("text", text)
                        .param("basedOn", before.basedOn())
                        .param("version", before.version())
                        .param("at", Sql.at(clock.instant()))
                        .param("by", actor.id())
                        .update()
                == 1;
    }

    void remove() {
        jdbc.sql("delete from publishing.draft").update();
    }

    private static Instant instant(java.sql.Timestamp time) {
        return time.toInstant();
    }
}
