package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One person who works here. An account belongs to one named person: nothing is shared. */
public record Account(
        AccountId id,
        int version,
        String email,
        String name,
        String language,
        String zone,
        @Nullable String theme,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Whether the time of a closed account is over: what it was called is kept no more, and what stays is a pseudonym. */
    public boolean isForgotten() {
        return disabledAt != null && email.startsWith("#");
    }

    public Actor actor() {
        return Actor.staff(id, name);
    }
}
