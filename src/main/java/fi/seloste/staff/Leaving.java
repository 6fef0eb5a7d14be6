package fi.seloste.staff;

import java.time.LocalDate;
import java.util.Optional;

/** When the personal values of a closed account go, as retention computes it; filled from above. */
public interface Leaving {

    /** The last day on which a closed account has its name and address; empty where the notice has no rule for it. */
    Optional<LocalDate> namedUntil(Account account);
}
