package fi.seloste.staff;

import fi.seloste.base.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to sign in that another module keeps, beside password and passkey. */
public interface OtherWay {

    /** What its button says and where it leads; nothing while it is not set up. */
    Optional<Offer> offered();

    /** Whether this account was connected with it. */
    Optional<Known> known(AccountId account);

    /** {@code own} is where the owner of an account connects it, and below it, at {@code /removal}, parts from it. */
    record Offer(String name, String path, String own) {}

    record Known(Instant connectedAt, @Nullable Instant usedAt) {}
}
