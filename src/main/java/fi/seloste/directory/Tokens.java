package fi.seloste.directory;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fi.seloste.outgoing.Outgoing;
import fi.seloste.outgoing.Outgoing.Unanswered;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns the code that a browser brings back into what the directory signs (RFC 6749, 4.1.3). The other tokens of the answer are not kept. */
@Component
class Tokens {

    private static final int LARGEST = 200_000;

    private final Outgoing outgoing;

    Tokens(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    JWT of(Registration house, OIDCProviderMetadata says, RoundTrip trip, String code, URI back) throws NotLetIn {
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), back, trip.verifier());
        try {
            var answer = OIDCTokenResponseParser.parse(sent(request(house, says, grant)));
            if (!(answer instanceof OIDCTokenResponse given)) {
                throw NotLetIn.because("spent", house.name());
            }
            var token = given.getOIDCTokens().getIDToken();
            if (token == null) {
                throw NotLetIn.byTheDirectory("unsigned", house.name());
            }
            return token;
        } catch (Unanswered e) {
            throw NotLetIn.byTheDirectory("silent", house.name());
        } catch (ParseException e) {
            throw NotLetIn.byTheDirectory("odd", house.name());
        }
    }

    private HTTPResponse sent(TokenRequest request) throws Unanswered, ParseException {
        var http = request.toHTTPRequest();
        var authorization = http.getAuthorization();
        var answer = outgoing.postForm(
                http.getURI(),
                authorization == null ? Map.of() : Map.of("Authorization", authorization),
                http.getBody().getBytes(StandardCharsets.UTF_8),
                LARGEST);
        var response = new HTTPResponse(answer.status());
        response.setContentType("application/json");
        response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
        return response;
    }

    private static TokenRequest request(Registration house, OIDCProviderMetadata says, AuthorizationCodeGrant grant) {
        var secret = house.secret();
        return secret == null
                ? new TokenRequest(says.getTokenEndpointURI(), house.client(), grant)
                : new TokenRequest(says.getTokenEndpointURI(), proof(house, secret, says), grant);
    }

    /** Where it says nothing of how it wants the secret, the head of the request holds it (OpenID Connect Discovery 1.0, 3). */
    private static ClientAuthentication proof(Registration house, Secret secret, OIDCProviderMetadata says) {
        var ways = says.getTokenEndpointAuthMethods();
        boolean inBody = ways != null
                && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return inBody ? new ClientSecretPost(house.client(), secret) : new ClientSecretBasic(house.client(), secret);
    }
}
