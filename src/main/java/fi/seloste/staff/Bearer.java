package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program that showed a token. */
public record Bearer(
        UUID tokenId,
        String name,
        Permissions permissions,
        @Nullable AccountId self) implements Caller {

    @Override
    public Actor actor() {
        return new Actor(Actor.Kind.TOKEN, tokenId, name);
    }
}
