package fi.seloste.imports;

import fi.seloste.base.Actor;
import fi.seloste.intake.FileFormat;
import fi.seloste.intake.HeaderSets;
import fi.seloste.intake.Mapping;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers, for each set of headers, what its columns became the last time; SQL. */
@Component
class HeaderMemory {

    private final JdbcClient jdbc;
    private final Clock clock;

    HeaderMemory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was chosen for these headers before, else what their words say. */
    Mapping of(FileFormat format) {
        return remembered(format).orElseGet(() -> HeaderSets.recognise(format).mapping());
    }

    Optional<Mapping> remembered(FileFormat format) {
        return jdbc.sql("select m.mapping from imports.mapping m where m.fingerprint = :fingerprint")
                .param("fingerprint", Mapping.fingerprint(format.headers()))
                .query(String.class)
                .optional()
                .map(serialised -> Mapping.parse(serialised).inOrderOf(format.headers()));
    }

    void remember(Mapping mapping, Actor actor) {
        jdbc.sql("""
                        insert into imports.mapping (fingerprint, mapping, used_at, used_by)
                        values (:fingerprint, :mapping, :now, :by::uuid)
                            on conflict (fingerprint) do update set mapping = :mapping, used_at = :now, used_by = :by::uuid""")
                .param("fingerprint", mapping.fingerprint())
                .param("mapping", mapping.serialised())
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.staff())
                .update();
    }
}
