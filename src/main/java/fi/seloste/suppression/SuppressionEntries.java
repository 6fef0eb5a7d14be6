package fi.seloste.suppression;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of suppression. Whoever asks about an address gets an answer by function; the rows themselves are read by few. */
@Component
class SuppressionEntries {

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

    /** Makes entries where there are none in force yet. */
    void addAll(String kind, List<Fingerprint> prints, Suppression.Reason reason, Instant since) {
        jdbc.sql("""
                        insert into suppression.entry
                               (entry_id, kind, channel, strict_print, canonical_print, key_version, since_at, reason, request_id)
                        select a.id, :kind, a.channel, a.strict, a.canonical, a.version, :since, :reason, :request
                          from unnest(:ids::uuid[], :channels::text[], :stricts::bytea[], :canonicals::bytea[], :versions::integer[])
                               as a (id, channel, strict, canonical, version)
                         where not exists (select 1
                                             from suppression.entry e
                                            where e.canonical_print = a.canonical and e.strict_print = a.strict
                                              and e.kind = :kind and e.lifted_at is null)""")
                .paramSource(new MapSqlParameterSource("kind", kind)
                        .addValue("since", Sql.at(since))
                        .addValue("reason", reason.code())
                        .addValue("request", request(reason))
                        .addValue("ids", prints.stream().map(p -> Ids.next()).toArray(UUID[]::new))
                        .addValue(
                                "channels",
                                prints.stream().map(p -> p.kind().code()).toArray(String[]::new))
                        .addValue(
                                "stricts",
                                prints.stream().map(Fingerprint::strict).toArray(byte[][]::new))
                        .addValue(
                                "canonicals",
                                prints.stream().map(Fingerprint::canonical).toArray(byte[][]::new))
                        .addValue(
                                "versions",
                                prints.stream().map(Fingerprint::keyVersion).toArray(Integer[]::new)))
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

    /** Versions of the key that entries in force were made under. */
    List<Integer> versions() {
        return jdbc.sql("select distinct key_version from suppression.entry where lifted_at is null order by 1")
                .query(Integer.class)
                .list();
    }

    long count(int version, String kind) {
        return jdbc.sql("""
                        select count(*)
                          from suppression.entry
                         where lifted_at is null and key_version = :version and kind = :kind""")
                .param("version", version)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    List<Suppression.Count> counts() {
        return jdbc.sql("""
                        select kind, channel, key_version, count(*) filter (where lifted_at is null) as in_force,
                               count(*) filter (where lifted_at is not null) as lifted
                          from suppression.entry
                         group by kind, channel, key_version
                         order by kind, channel, key_version""").query(Suppression.Count.class).list();
    }

    /** Entries whose plain value is known again go over to the newest key; the others keep the key of their time. */
    int renew(List<Suppression.Renewed> renewed) {
        return jdbc.sql("""
                        update suppression.entry e
                           set strict_print = n.strict, canonical_print = n.canonical, key_version = n.version
                          from (select distinct on (a.was) a.was, a.strict, a.canonical, a.version
                                  from unnest(:was::bytea[], :strict::bytea[], :canonical::bytea[], :version::integer[])
                                       as a (was, strict, canonical, version)) n
                         where e.strict_print = n.was and e.lifted_at is null and e.key_version < n.version""")
                .param(
                        "was",
                        renewed.stream().map(Suppression.Renewed::strictBefore).toArray(byte[][]::new))
                .param("strict", renewed.stream().map(r -> r.print().strict()).toArray(byte[][]::new))
                .param(
                        "canonical",
                        renewed.stream().map(r -> r.print().canonical()).toArray(byte[][]::new))
                .param(
                        "version",
                        renewed.stream().map(r -> r.print().keyVersion()).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable UUID request(Suppression.Reason reason) {
        return reason.request() == null ? null : reason.request().value();
    }
}
