package fi.seloste.directory;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.util.UriComponentsBuilder;

/** A directory on this machine, as large as OpenID Connect asks of one, that recognises whoever it was last told of. */
public final class MadeUpDirectory implements AutoCloseable {

    static final String CLIENT = "seloste-of-kivijarvi";
    static final String SECRET = "kuiskattu-salaisuus";

    private static final RSAKey FIRST = freshKey();

    private final HttpServer server;
    private RSAKey key = FIRST;
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private Supplier<String> token = this::signed;
    private String nonce = "";
    private String challenge = "";
    private String asked = "";
    private String authorization = "";
    private String calledItself;
    private String tokensAt;

    public MadeUpDirectory(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        calledItself = issuer();
        tokensAt = issuer() + "/token";
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, described()));
        server.createContext(
                "/keys",
                exchange ->
                        answer(exchange, 200, new JWKSet(key).toPublicJWKSet().toString()));
        server.createContext("/token", this::token);
        server.createContext("/authorize", this::straightBack);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void recognises(String subject, String email, boolean verified) {
        claims.clear();
        claims.put("sub", subject);
        claims.put("email", email);
        claims.put("email_verified", verified);
        token = this::signed;
    }

    void says(String name, Object value) {
        claims.put(name, value);
    }

    void callsItself(String issuer) {
        calledItself = issuer;
    }

    void wantsTokensAt(String url) {
        tokensAt = url;
    }

    void changesItsKeys() {
        key = freshKey();
    }

    /** What it answers is signed by somebody else. */
    void isImpersonated() {
        var other = freshKey();
        token = () -> signed(other);
    }

    void signsNothing() {
        token = () -> new PlainJWT(claims()).serialize();
    }

    void refusesCodes() {
        token = () -> "";
    }

    /** Somebody arrives with this address; the answer is where the directory would send the browser. */
    URI receives(URI away) {
        var query = UriComponentsBuilder.fromUri(away).build().getQueryParams();
        nonce = decoded(query.getFirst("nonce"));
        challenge = decoded(query.getFirst("code_challenge"));
        return UriComponentsBuilder.fromUriString(decoded(query.getFirst("redirect_uri")))
                .queryParam("code", "koodi")
                .queryParam("state", query.getFirst("state"))
                .build(true)
                .toUri();
    }

    /** The form by which the house last asked for a token, and how it proved who it is. */
    String asked() {
        return asked;
    }

    String authorization() {
        return authorization;
    }

    String challenge() {
        return challenge;
    }

    void mixesUpTrips() {
        nonce = "another";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String decoded(String value) {
        return java.net.URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private void straightBack(HttpExchange exchange) throws IOException {
        var back = receives(URI.create(issuer() + exchange.getRequestURI()));
        exchange.getResponseHeaders().set("Location", back.toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var made = token.get();
        if (made.isEmpty()) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            answer(exchange, 200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + made + "\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String described() {
        return """
                {"issuer":"%s","authorization_endpoint":"%2$s/authorize","token_endpoint":"%3$s","jwks_uri":"%2$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(calledItself, issuer(), tokensAt);
    }

    private JWTClaimsSet claims() {
        var now = System.currentTimeMillis();
        var set = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(Arrays.asList(CLIENT))
                .issueTime(new Date(now))
                .expirationTime(new Date(now + 60_000))
                .claim("nonce", nonce);
        claims.forEach(set::claim);
        return set.build();
    }

    private String signed() {
        return signed(key);
    }

    private String signed(RSAKey by) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(by.getKeyID())
                            .build(),
                    claims());
            jwt.sign(new RSASSASigner(by));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey freshKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For looking at it in a browser: port, subject, address. */
    public static void main(String[] words) throws IOException {
        var directory = new MadeUpDirectory(Integer.parseInt(words[0]));
        directory.recognises(words[1], words[2], true);
    }
}
