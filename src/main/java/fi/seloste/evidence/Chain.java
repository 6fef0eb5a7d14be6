package fi.seloste.evidence;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the seals and their entries in order, holding one seal at a time, and remembers the first that does not hold. */
final class Chain {

    private byte[] previous = new byte[32];
    private long expected = 1;
    private int entries;
    private @Nullable Seal current;
    private MessageDigest digest = Commitment.sha256();
    private @Nullable Long broken;

    /** A seal with one of its entries, or with none where all are gone. */
    void add(ResultSet row) throws SQLException {
        long number = row.getLong("seal_number");
        if (current == null || current.number() != number) {
            close();
            begin(new Seal(number, row.getInt("entries"), row.getBytes("previous"), row.getBytes("hash")));
        }
        if (row.getString("entry_id") != null) {
            Sealed.of(row).into(digest);
            entries++;
        }
    }

    Optional<Long> firstBroken() {
        close();
        current = null;
        return Optional.ofNullable(broken);
    }

    private void begin(Seal seal) {
        current = seal;
        entries = 0;
        digest = Commitment.sha256();
        digest.update(previous);
    }

    private void close() {
        var seal = current;
        if (seal == null) {
            return;
        }
        boolean holds = seal.number() == expected
                && seal.entries() == entries
                && MessageDigest.isEqual(seal.previous(), previous)
                && MessageDigest.isEqual(seal.hash(), digest.digest());
        if (!holds && broken == null) {
            broken = seal.number();
        }
        previous = seal.hash();
        expected = seal.number() + 1;
    }

    record Seal(long number, int entries, byte[] previous, byte[] hash) {}
}
