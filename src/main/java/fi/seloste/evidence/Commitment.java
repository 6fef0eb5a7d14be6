package fi.seloste.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * SHA-256(salt || detail). The hash stays for ever and the chain hangs on it; salt and detail are erased with the person, after which
 * nobody can guess the detail from the hash.
 */
record Commitment(byte[] salt, String detail, byte[] hash) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Commitment to(Act act) {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        var detail = JSON.writeValueAsString(new TreeMap<>(act.detail()));
        return new Commitment(salt, detail, hash(salt, detail));
    }

    static byte[] hash(byte[] salt, String detail) {
        var digest = sha256();
        digest.update(salt);
        return digest.digest(detail.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
