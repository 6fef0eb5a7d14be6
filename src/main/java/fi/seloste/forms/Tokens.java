package fi.seloste.forms;

import fi.seloste.installation.Keys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** The links of letters: made here, told to the address, kept as keyed prints only. */
@Component
class Tokens {

    private static final SecureRandom CHANCE = new SecureRandom();

    private final Keys keys;

    Tokens(Keys keys) {
        this.keys = keys;
    }

    String made() {
        var bytes = new byte[24];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] print(String token) {
        return keys.mac(Keys.DATABASE, bytes("form-link"), bytes(token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
