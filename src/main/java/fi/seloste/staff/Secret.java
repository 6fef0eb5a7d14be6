package fi.seloste.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Random secrets that are handed out once and known here by their SHA-256 only. They have 256 random bits, so no slow hash is needed
 * and nobody finds them by trying.
 */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** From signs that are not mistaken for each other on paper. */
    static String readable(int length) {
        var signs = "23456789abcdefghjkmnpqrstvwxyz";
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(signs.charAt(RANDOM.nextInt(signs.length())));
        }
        return text.toString();
    }

    static byte[] print(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
