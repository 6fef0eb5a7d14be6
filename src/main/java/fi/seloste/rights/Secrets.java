package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.installation.Keys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Codes and links: made here, told to the person, kept as keyed hashes only. */
@Component
class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keys keys;

    Secrets(Keys keys) {
        this.keys = keys;
    }

    String code() {
        return String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
    }

    String link() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] print(String link) {
        return keys.mac(Keys.DATABASE, bytes("rights-link"), bytes(link));
    }

    /** Bound to its request: a code of one opens no other. */
    byte[] print(RequestId request, String code) {
        return keys.mac(Keys.DATABASE, bytes("rights-code"), bytes(request.toString()), bytes(code.strip()));
    }

    byte[] seal(String text) {
        return keys.encrypt(Keys.DATABASE, bytes(text));
    }

    String open(byte[] sealed) {
        return new String(keys.decrypt(Keys.DATABASE, sealed), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
