package fi.seloste.directory;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fi.seloste.outgoing.Outgoing;
import fi.seloste.outgoing.Outgoing.Unanswered;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The directory as it describes itself (OpenID Connect Discovery 1.0), with the keys by which it signs. Both are asked again each hour. */
@Component
class Provider {

    /** By a secret that both have (HS256) or not at all (none) nobody is recognised here. */
    private static final Set<JWSAlgorithm> SIGNED =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.RS512, JWSAlgorithm.ES384);

    private static final int LARGEST = 200_000;
    private static final Duration FRESH = Duration.ofHours(1);

    /** So long nobody else asks a directory that gave no answer: anybody may press the button, and each would wait for it. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private final Outgoing outgoing;
    private final Tokens tokens;
    private final Clock clock;
    private @Nullable Known known;
    private @Nullable Failed failed;

    Provider(Outgoing outgoing, Tokens tokens, Clock clock) {
        this.outgoing = outgoing;
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Known(OIDCProviderMetadata says, JWKSet keys, Instant at) {}

    private record Failed(Issuer issuer, NotLetIn why, Instant at) {}

    /** Where a browser goes to be recognised, and from where it is to come back. */
    URI away(Registration house, RoundTrip trip, URI back) throws NotLetIn {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "email", "profile"), house.client(), back)
                .endpointURI(known(house).says().getAuthorizationEndpointURI())
                .state(trip.state())
                .nonce(trip.nonce())
                .codeChallenge(trip.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Whom the directory recognised on this trip. */
    Someone recognise(Registration house, RoundTrip trip, String code, URI back) throws NotLetIn {
        var now = known(house);
        var token = tokens.of(house, now.says(), trip, code, back);
        try {
            return Someone.of(validated(token, house, trip, now.keys()), house);
        } catch (BadJOSEException e) {
            return Someone.of(withNewKeys(token, house, trip), house);
        } catch (JOSEException e) {
            throw NotLetIn.byTheDirectory("unsigned", house.name());
        }
    }

    /** It may have changed its keys since they were asked for. */
    private IDTokenClaimsSet withNewKeys(JWT token, Registration house, RoundTrip trip) throws NotLetIn {
        try {
            return validated(token, house, trip, learnt(house).keys());
        } catch (BadJOSEException | JOSEException e) {
            throw NotLetIn.byTheDirectory("unsigned", house.name());
        }
    }

    private static IDTokenClaimsSet validated(JWT token, Registration house, RoundTrip trip, JWKSet keys)
            throws BadJOSEException, JOSEException {
        var selector = new JWSVerificationKeySelector<>(SIGNED, new ImmutableJWKSet<>(keys));
        return new IDTokenValidator(house.issuer(), house.client(), selector, null).validate(token, trip.nonce());
    }

    /** Whether somebody answers at this address who says to be it. */
    void tried(Registration house) throws NotLetIn {
        learnt(house);
    }

    private synchronized Known known(Registration house) throws NotLetIn {
        var now = clock.instant();
        if (known != null
                && known.says().getIssuer().equals(house.issuer())
                && known.at().plus(FRESH).isAfter(now)) {
            return known;
        }
        if (failed != null
                && failed.issuer().equals(house.issuer())
                && failed.at().plus(LEFT_ALONE).isAfter(now)) {
            throw failed.why();
        }
        return learnt(house);
    }

    /** One asks at a time; the others find what was answered. */
    private synchronized Known learnt(Registration house) throws NotLetIn {
        try {
            known = asked(house);
            failed = null;
            return known;
        } catch (NotLetIn e) {
            failed = new Failed(house.issuer(), e, clock.instant());
            throw e;
        }
    }

    private Known asked(Registration house) throws NotLetIn {
        try {
            var says = OIDCProviderMetadata.parse(read(described(house.issuer())));
            if (!says.getIssuer().equals(house.issuer())) {
                throw NotLetIn.byTheDirectory(
                        "other", house.name(), says.getIssuer().getValue());
            }
            if (!Stream.of(says.getAuthorizationEndpointURI(), says.getTokenEndpointURI(), says.getJWKSetURI())
                    .allMatch(url -> url != null && outgoing.isCovered(url))) {
                throw NotLetIn.byTheDirectory("plain", house.name());
            }
            return new Known(says, JWKSet.parse(read(says.getJWKSetURI())), clock.instant());
        } catch (Unanswered e) {
            throw NotLetIn.byTheDirectory("silent", house.name());
        } catch (ParseException | java.text.ParseException e) {
            throw NotLetIn.byTheDirectory("odd", house.name());
        }
    }

    private String read(URI url) throws Unanswered {
        return new String(outgoing.get(url, LARGEST), StandardCharsets.UTF_8);
    }

    private static URI described(Issuer issuer) throws ParseException {
        try {
            return OIDCProviderMetadata.resolveURL(issuer).toURI();
        } catch (GeneralException | java.net.URISyntaxException e) {
            throw new ParseException("not an address", e);
        }
    }
}
