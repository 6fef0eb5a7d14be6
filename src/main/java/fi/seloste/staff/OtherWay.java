package fi.seloste.staff;

import fi.seloste.base.AccountId;
import java.util.Optional;

/** A way to sign in that another module keeps, beside password and passkey. */
public interface OtherWay {

    /** What its button says and where it leads; nothing while it is not set up. */
    Optional<Offer> offered();

    /** Whether this account has signed in by it, or was connected with it. */
    boolean knows(AccountId account);

    record Offer(String name, String path) {}
}
