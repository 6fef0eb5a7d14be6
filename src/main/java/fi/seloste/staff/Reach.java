package fi.seloste.staff;

import fi.seloste.base.AccountId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose people and organisations an action may touch: those of these owners, or everybody's. */
public record Reach(
        @Nullable Set<AccountId> owners, @Nullable AccountId self) {

    public static final Reach EVERYBODY = new Reach(null, null);

    public boolean isEverybody() {
        return owners == null;
    }

    public boolean includes(AccountId owner) {
        return owners == null || owners.contains(owner);
    }

    /** For a condition on the column of owners; asked only where there is a limit. */
    public UUID[] ids() {
        if (owners == null) {
            throw new IllegalStateException("everybody is not a list");
        }
        return owners.stream().map(AccountId::value).toArray(UUID[]::new);
    }
}
