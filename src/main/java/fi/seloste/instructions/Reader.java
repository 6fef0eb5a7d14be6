package fi.seloste.instructions;

import fi.seloste.staff.Account;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who must read an instruction: when they acknowledged that they did, or by when they must. */
public record Reader(Account account, @Nullable Instant acknowledgedAt, LocalDate due) {

    public boolean hasRead() {
        return acknowledgedAt != null;
    }

    /** Whether a week or less is left. */
    public boolean isSoonLate(LocalDate today) {
        return acknowledgedAt == null && !isLate(today) && !today.isBefore(due.minusDays(Instruction.REMINDED_BEFORE));
    }

    public boolean isLate(LocalDate today) {
        return acknowledgedAt == null && due.isBefore(today);
    }
}
