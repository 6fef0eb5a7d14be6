package fi.seloste.rights;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody else who holds the person's data and must be asked or told, and what came of it. */
public record RecipientTask(
        UUID taskId,
        String recipient,
        String state,
        @Nullable String evidence,
        @Nullable Instant doneAt) {

    /** Failed and skipped ones are no end: a request is never complete by silence. */
    public boolean isPending() {
        return !state.equals("done");
    }
}
