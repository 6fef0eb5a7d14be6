package fi.seloste.directory;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import fi.seloste.base.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to the directory and back. The browser carries it sealed, so that whoever comes back is the one who left (RFC 6749, 10.12), and what
 * the directory signs is meant for this trip. {@code connecting} is the account that asked to be connected.
 */
record RoundTrip(
        State state,
        Nonce nonce,
        CodeVerifier verifier,
        String next,
        @Nullable AccountId connecting,
        Instant until) {

    /** As long as somebody may take to find password and telephone for the directory. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String NOBODY = "-";

    /** Says what is sealed, so that nothing else that our key has sealed is taken for it. */
    private static final String KIND = "round-trip";

    static RoundTrip to(String next, @Nullable AccountId connecting, Instant now) {
        return new RoundTrip(new State(32), new Nonce(32), new CodeVerifier(), next, connecting, now.plus(LIFE));
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** No part holds a blank; where one goes next stands last. */
    String written() {
        return String.join(
                " ",
                KIND,
                state.getValue(),
                nonce.getValue(),
                verifier.getValue(),
                connecting == null ? NOBODY : connecting.toString(),
                Long.toString(until.getEpochSecond()),
                next);
    }

    static Optional<RoundTrip> read(String written) {
        var parts = written.split(" ", -1);
        if (parts.length != 7 || !parts[0].equals(KIND)) {
            return Optional.empty();
        }
        return Optional.of(new RoundTrip(
                new State(parts[1]),
                new Nonce(parts[2]),
                new CodeVerifier(parts[3]),
                parts[6],
                parts[4].equals(NOBODY) ? null : AccountId.valueOf(parts[4]),
                Instant.ofEpochSecond(Long.parseLong(parts[5]))));
    }
}
