package fi.seloste.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Until when a person is kept, as retention computes it; filled from above. */
public interface EndOfKeeping {

    /**
     * The last day, the last day of use where the person is kept longer for rights and claims only, and the key of the sentence that says by
     * which rule.
     */
    record End(LocalDate on, @Nullable LocalDate usedUntil, String reason) {}

    @Nullable
    End of(Person person);
}
