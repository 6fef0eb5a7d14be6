package fi.seloste.register;

import fi.seloste.base.Problem;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import fi.seloste.suppression.Suppression;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The fingerprints of all contact points, page by page along their keys: compared with what they have to be, and made anew. */
@Component
class Prints {

    static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 5_000;

    private final JdbcClient jdbc;
    private final Fingerprints fingerprints;

    Prints(JdbcClient jdbc, Fingerprints fingerprints) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
    }

    record Kept(UUID id, String kind, String value, byte[] strict, byte[] canonical, int version) {}

    /** A contact point with the print that it has to have; null where its value gives none. */
    record Compared(Kept kept, @Nullable Fingerprint wanted) {

        boolean isOld() {
            return wanted != null && kept.version() < wanted.keyVersion();
        }

        /** Under the right key, and yet another: it was altered, or written by something that computed it wrongly. */
        boolean isWrong() {
            return wanted == null
                    || (!isOld()
                            && !(Arrays.equals(kept.strict(), wanted.strict())
                                    && Arrays.equals(kept.canonical(), wanted.canonical())
                                    && kept.version() == wanted.keyVersion()));
        }
    }

    List<Compared> page(UUID after) {
        var kept = jdbc.sql("""
                        select contact_point_id, kind, value, strict_print, canonical_print, key_version
                          from register.contact_point
                         where contact_point_id > :after and value <> ''
                         order by contact_point_id
                         limit :page""")
                .param("after", after)
                .param("page", PAGE)
                .query((rs, n) -> new Kept(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getBytes(4),
                        rs.getBytes(5),
                        rs.getInt(6)))
                .list();
        return kept.parallelStream().map(one -> new Compared(one, wanted(one))).toList();
    }

    private @Nullable Fingerprint wanted(Kept kept) {
        try {
            return fingerprints.of(ContactPoint.Kind.of(kept.kind()).print(), kept.value());
        } catch (Problem.Invalid e) {
            return null;
        }
    }

    void write(List<Compared> renewed) {
        var prints = renewed.stream().map(Prints::wantedOf).toList();
        jdbc.sql("""
                        update register.contact_point c
                           set strict_print = n.strict, canonical_print = n.canonical, key_version = n.version
                          from unnest(:ids::uuid[], :strict::bytea[], :canonical::bytea[], :version::integer[])
                               as n (id, strict, canonical, version)
                         where c.contact_point_id = n.id""")
                .param("ids", renewed.stream().map(one -> one.kept().id()).toArray(UUID[]::new))
                .param("strict", prints.stream().map(Fingerprint::strict).toArray(byte[][]::new))
                .param("canonical", prints.stream().map(Fingerprint::canonical).toArray(byte[][]::new))
                .param("version", prints.stream().map(Fingerprint::keyVersion).toArray(Integer[]::new))
                .update();
        writeOlder(renewed);
    }

    /** Each has as many older prints as there are older keys, so they go flat and are cut again. */
    private void writeOlder(List<Compared> renewed) {
        var older = renewed.stream()
                .map(one -> fingerprints.older(
                        ContactPoint.Kind.of(one.kept().kind()).print(),
                        one.kept().value()))
                .toList();
        int each = older.getFirst().size();
        if (each > 0) {
            jdbc.sql("""
                            update register.contact_point c
                               set older_prints = (:older::bytea[])[(n.n - 1) * :each + 1 : n.n * :each]
                              from (select id, n::integer from unnest(:ids::uuid[]) with ordinality as i (id, n)) n
                             where c.contact_point_id = n.id""")
                    .param("older", older.stream().flatMap(List::stream).toArray(byte[][]::new))
                    .param("each", each)
                    .param("ids", renewed.stream().map(one -> one.kept().id()).toArray(UUID[]::new))
                    .update();
        }
    }

    static List<Suppression.Renewed> entriesOf(List<Compared> renewed) {
        return renewed.stream()
                .filter(Compared::isOld)
                .map(one -> new Suppression.Renewed(one.kept().strict(), wantedOf(one)))
                .toList();
    }

    void markEverybody() {
        jdbc.sql("select register.mark_everybody_banned()").query().listOfRows();
    }

    int settle(java.time.LocalDate today) {
        return jdbc.sql("select register.settle_bans(null, :today)")
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    Gaps gaps() {
        return jdbc.sql("select unmarked, recollected from register.suppression_gaps()")
                .query(Gaps.class)
                .single();
    }

    record Gaps(long unmarked, long recollected) {}

    private static Fingerprint wantedOf(Compared one) {
        if (one.wanted() == null) {
            throw new IllegalStateException("no print of " + one.kept().id());
        }
        return one.wanted();
    }
}
