package fi.seloste.suppression;

import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of suppression. Whoever asks about an address gets an answer by function; the rows themselves are read by few. */
@Component
class SuppressionEntries {

    record Entry(UUID id, String kind, Fingerprint print, Suppression.Reason reason, Instant since) {}

    private final JdbcClient jdbc;

    SuppressionEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> refused(Collection<byte[]> canonical) {
        return jdbc.sql("select kind from suppression.refused(:prints::bytea[])")
                .param("prints", canonical.toArray(byte[][]::new))
                .query(String.class)
                .list();
    }

    Optional<Instant> recollectionSince(Collection<byte[]> canonical) {
        return jdbc.sql("select since_at from suppression.refused(:prints::bytea[]) where kind = 'recollection'")
                .param("prints", canonical.toArray(byte[][]::new))
                .query((rs, n) -> rs.getTimestamp("since_at").toInstant())
                .optional();
    }

    void add(Entry entry) {
        jdbc.sql("""
                        insert into suppression.entry
                               (entry_id, kind, channel, strict_print, canonical_print, key_version, since_at, reason, request_id)
                        select :id, :kind, :channel, :strict, :canonical, :version, :since, :reason, :request
                         where not exists (select 1
                                             from suppression.entry e
                                            where e.canonical_print = :canonical and e.strict_print = :strict
                                              and e.kind = :kind and e.lifted_at is null)""")
                .param("id", entry.id())
                .param("kind", entry.kind())
                .param("channel", entry.print().kind().code())
                .param("strict", entry.print().strict())
                .param("canonical", entry.print().canonical())
                .param("version", entry.print().keyVersion())
                .param("since", Sql.at(entry.since()))
                .param("reason", entry.reason().code())
                .param("request", request(entry.reason()))
                .update();
    }

    void lift(Collection<byte[]> canonical, String by, Instant at) {
        jdbc.sql("""
                        update suppression.entry
                           set lifted_at = :at, lifted_by = :by
                         where kind = 'marketing-ban' and lifted_at is null and canonical_print = any(:prints::bytea[])""")
                .param("at", Sql.at(at))
                .param("by", by)
                .param("prints", canonical.toArray(byte[][]::new))
                .update();
    }

    private static @Nullable UUID request(Suppression.Reason reason) {
        return reason.request() == null ? null : reason.request().value();
    }
}
