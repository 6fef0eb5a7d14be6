package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import org.jspecify.annotations.Nullable;

/** Who calls: a person who signed in, or a program with a token. */
public sealed interface Caller permits SignedIn, Bearer {

    Actor actor();

    Permissions permissions();

    /** Whose own people a scope means: the account that signed in, or the one that made the token. */
    @Nullable
    AccountId self();
}
