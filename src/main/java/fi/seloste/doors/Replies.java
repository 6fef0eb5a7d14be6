package fi.seloste.doors;

import fi.seloste.installation.Keys;
import fi.seloste.staff.KeptReplies;
import fi.seloste.staff.KeptReplies.Row;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keeps answers for programs that ask again. They may hold people's data, so each is sealed under the program's own key, which is not
 * kept: what an erasure removes elsewhere cannot be read here either.
 */
@Component
class Replies {

    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeptReplies rows;
    private final Keys keys;

    Replies(KeptReplies rows, Keys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /** One thing to be done once: whose, under which key, and what was sent. */
    record Once(UUID token, String key, byte[] request) {}

    sealed interface Turn {}

    record First() implements Turn {}

    record Again(Reply kept) implements Turn {}

    record Running() implements Turn {}

    /** The key was used for something else. */
    record Other() implements Turn {}

    Turn begin(Once once) {
        var row = rows.begin(new Row(once.token(), print(once), once.request(), null));
        if (row.isEmpty()) {
            return new First();
        }
        if (!MessageDigest.isEqual(row.get().requestPrint(), once.request())) {
            return new Other();
        }
        var sealed = row.get().sealed();
        return sealed == null ? new Running() : new Again(Reply.of(crypt(Cipher.DECRYPT_MODE, once, sealed)));
    }

    void keep(Once once, Reply reply) {
        rows.keep(
                new Row(once.token(), print(once), once.request(), crypt(Cipher.ENCRYPT_MODE, once, reply.bytes())),
                reply.status());
    }

    void forget(Once once) {
        rows.forget(once.token(), print(once));
    }

    private byte[] print(Once once) {
        return mac("reply", once);
    }

    private byte[] mac(String use, Once once) {
        return keys.mac(
                Keys.DATABASE,
                use.getBytes(StandardCharsets.US_ASCII),
                once.token().toString().getBytes(StandardCharsets.US_ASCII),
                once.key().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] crypt(int mode, Once once, byte[] input) {
        try {
            boolean seals = mode == Cipher.ENCRYPT_MODE;
            var nonce = seals ? nonce() : Arrays.copyOf(input, NONCE);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(mac("reply seal", once), "AES");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            if (!seals) {
                return cipher.doFinal(input, NONCE, input.length - NONCE);
            }
            var sealed = cipher.doFinal(input);
            var all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] nonce() {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return nonce;
    }
}
