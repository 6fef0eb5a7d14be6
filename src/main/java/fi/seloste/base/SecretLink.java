package fi.seloste.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The end of a link that whoever holds it may follow: 256 bits of chance, which no change of keys outdates and nobody guesses. What is kept is its print. */
public record SecretLink(String token, byte[] print) {

    private static final SecureRandom CHANCE = new SecureRandom();

    public static SecretLink made() {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public static SecretLink of(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new SecretLink(token, digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
