package fi.seloste.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers by which a receiver knows that a call is ours, whole and fresh, as the specification Standard Webhooks 1.0 has them: an
 * HMAC-SHA256 over id, time and body, so that libraries of many languages check it.
 */
final class Signature {

    private static final String START = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    static String secret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return START + Base64.getEncoder().encodeToString(bytes);
    }

    /** One signature by each secret, with a blank between them: a receiver that knows one of them believes the call. */
    static Map<String, String> headers(List<String> secrets, UUID id, Instant now, byte[] body) {
        var seconds = String.valueOf(now.getEpochSecond());
        return Map.of(
                "webhook-id",
                id.toString(),
                "webhook-timestamp",
                seconds,
                "webhook-signature",
                secrets.stream()
                        .map(secret -> "v1," + signed(secret, id + "." + seconds + ".", body))
                        .collect(Collectors.joining(" ")));
    }

    static String signed(String secret, String before, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(START.length())), "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }
}
