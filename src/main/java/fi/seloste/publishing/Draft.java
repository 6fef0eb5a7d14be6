package fi.seloste.publishing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The next notice while it is written: its text, the version it started from (0: none), and how often it was changed. */
public record Draft(
        String text,
        int basedOn,
        int version,
        @Nullable Instant changedAt,
        @Nullable UUID changedBy) {

    /** Nobody has changed anything yet: the notice in force, to begin with. */
    static Draft fresh(String text, int basedOn) {
        return new Draft(text, basedOn, 0, null, null);
    }

    public boolean isKept() {
        return version > 0;
    }
}
