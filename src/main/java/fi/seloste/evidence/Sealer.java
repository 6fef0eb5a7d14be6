package fi.seloste.evidence;

import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Sql;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Chains what was committed: each seal is a hash over the entries since the last one and over the last seal. A changed, added or
 * removed entry breaks every later seal; an erased detail breaks none.
 */
@Component
public class Sealer {

    private final JdbcClient jdbc;
    private final Clock clock;

    Sealer(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Seals what is unsealed and gives back how many entries that was. */
    @As(Purpose.TECHNICAL)
    public int seal() {
        jdbc.sql("select pg_advisory_xact_lock(7356784)").query().listOfRows();
        var entries = entries("seal_number is null");
        if (entries.isEmpty()) {
            return 0;
        }
        var last = last();
        var previous = last.map(Seal::hash).orElse(new byte[32]);
        var number = last.map(Seal::sealNumber).orElse(0L) + 1;
        jdbc.sql(
                        "insert into evidence.seal (seal_number, at, entries, previous, hash) values (:number, :at, :entries, :previous, :hash)")
                .param("number", number)
                .param("at", Sql.at(clock.instant()))
                .param("entries", entries.size())
                .param("previous", previous)
                .param("hash", hash(previous, entries))
                .update();
        jdbc.sql("update evidence.entry set seal_number = :number where seal_number is null and entry_id = any(:ids)")
                .param("number", number)
                .param("ids", entries.stream().map(Sealed::entryId).toArray(UUID[]::new))
                .update();
        return entries.size();
    }

    /** The number of the first seal that does not hold, if any. */
    @As(Purpose.TECHNICAL)
    public Optional<Long> firstBroken() {
        var previous = new byte[32];
        long expected = 1;
        for (var seal : jdbc.sql("select seal_number, entries, previous, hash from evidence.seal order by seal_number")
                .query(Seal.class)
                .list()) {
            var entries = entries("seal_number = " + seal.sealNumber());
            if (seal.sealNumber() != expected++
                    || entries.size() != seal.entries()
                    || !MessageDigest.isEqual(previous, seal.previous())
                    || !MessageDigest.isEqual(hash(previous, entries), seal.hash())) {
                return Optional.of(seal.sealNumber());
            }
            previous = seal.hash();
        }
        return Optional.empty();
    }

    private Optional<Seal> last() {
        return jdbc.sql(
                        "select seal_number, entries, previous, hash from evidence.seal order by seal_number desc limit 1")
                .query(Seal.class)
                .optional();
    }

    private List<Sealed> entries(String condition) {
        return jdbc.sql("select entry_id, act, purpose, subject_id, object_id, commitment from evidence.entry where "
                        + condition + " order by entry_id")
                .query(Sealed.class)
                .list();
    }

    private static byte[] hash(byte[] previous, List<Sealed> entries) {
        var digest = Commitment.sha256();
        digest.update(previous);
        for (var entry : entries) {
            update(digest, entry.entryId());
            digest.update((entry.act() + ' ' + entry.purpose()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            update(digest, entry.subjectId());
            update(digest, entry.objectId());
            digest.update(entry.commitment());
        }
        return digest.digest();
    }

    private static void update(MessageDigest digest, @org.jspecify.annotations.Nullable UUID id) {
        if (id != null) {
            digest.update(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .flip());
        }
    }

    record Seal(long sealNumber, int entries, byte[] previous, byte[] hash) {}

    record Sealed(
            UUID entryId,
            String act,
            String purpose,
            @org.jspecify.annotations.Nullable UUID subjectId,
            @org.jspecify.annotations.Nullable UUID objectId,
            byte[] commitment) {}
}
