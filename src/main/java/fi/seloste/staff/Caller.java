package fi.seloste.staff;

import fi.seloste.base.Actor;

/** Who calls: a person who signed in, or a program with a token. */
public sealed interface Caller permits SignedIn, Bearer {

    Actor actor();

    Permissions permissions();
}
