package fi.seloste.staff;

import fi.seloste.base.Actor;
import java.util.UUID;

/** A program that showed a token. */
public record Bearer(UUID tokenId, String name, Permissions permissions) implements Caller {

    @Override
    public Actor actor() {
        return new Actor(Actor.Kind.TOKEN, tokenId, name);
    }
}
