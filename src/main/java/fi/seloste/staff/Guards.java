package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.evidence.Evidence;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands at the door beside the password: the counting of tries, the links that work once, and the second factors. */
@Component
record Guards(Throttle throttle, Links links, Factors factors, Evidence evidence, Clock clock) {

    Instant now() {
        return clock.instant();
    }

    /** By address first: from one that guesses on, no account is locked by strangers. */
    Optional<Instant> tooEarly(String email, String address) {
        var byAddress = throttle.take(Throttle.Kind.ADDRESS, address);
        if (byAddress.isPresent()) {
            return byAddress;
        }
        return throttle.take(Throttle.Kind.ACCOUNT, email);
    }

    void right(String email, String address) {
        throttle.forget(Throttle.Kind.ACCOUNT, email);
        throttle.refund(Throttle.Kind.ADDRESS, address);
    }

    Optional<Instant> tooEarlyForFactor(AccountId account) {
        return throttle.take(Throttle.Kind.FACTOR, account.toString());
    }

    void rightFactor(AccountId account) {
        throttle.forget(Throttle.Kind.FACTOR, account.toString());
    }
}
