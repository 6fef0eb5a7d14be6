package fi.seloste.imports;

import fi.seloste.intake.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft ready to be copied, but for the number of its organisation, which only the thread knows that sees all rows. It has no bytes
 * where the row does not come in.
 */
record Staged(byte @Nullable [] row, long[] keys, @Nullable FirmPart firm, List<Fault> faults) {

    /** What a row tells of its organisation. */
    record FirmPart(Firms.Keys keys, byte[] row) {}

    boolean isRefused() {
        return row == null;
    }
}
