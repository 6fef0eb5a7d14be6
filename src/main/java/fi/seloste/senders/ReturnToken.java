package fi.seloste.senders;

import fi.seloste.installation.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What stands in the address to which a message comes back (VERP): which message it was, under a keyed mark, so that nobody makes up a bounce of a
 * message that they have not seen. It names no person. Some servers write local parts in lower case, so it has no other.
 */
@Component
class ReturnToken {

    /** For providers that keep the header and not the address. */
    static final String HEADER = "Seloste-Return";

    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int MARK = 8;
    private static final int BYTES = 16 + 1 + MARK;
    static final int LENGTH = BYTES * 8 / 5;

    private final Keys keys;

    ReturnToken(Keys keys) {
        this.keys = keys;
    }

    String of(UUID message) {
        int version = keys.version(Keys.DATABASE);
        return written(ByteBuffer.allocate(BYTES)
                .putLong(message.getMostSignificantBits())
                .putLong(message.getLeastSignificantBits())
                .put((byte) version)
                .put(mark(message, version))
                .array());
    }

    /** The message that it names; nothing where it is none of ours. */
    Optional<UUID> message(String token) {
        var text = token.toLowerCase(Locale.ROOT);
        if (!text.matches("[a-z2-7]{" + LENGTH + "}")) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(read(text));
        var message = new UUID(bytes.getLong(), bytes.getLong());
        int version = bytes.get();
        var mark = new byte[MARK];
        bytes.get(mark);
        return keys.versions(Keys.DATABASE).contains(version) && MessageDigest.isEqual(mark, mark(message, version))
                ? Optional.of(message)
                : Optional.empty();
    }

    private byte[] mark(UUID message, int version) {
        var mac = keys.mac(
                Keys.DATABASE,
                version,
                "return".getBytes(StandardCharsets.US_ASCII),
                message.toString().getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(mac, MARK);
    }

    // Base32 (RFC 4648) of a whole number of groups, so without padding.
    private static String written(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : bytes) {
            held = held << 8 | one & 0xff;
            bits += 8;
            for (; bits >= 5; bits -= 5) {
                text.append(SIGNS.charAt(held >> bits - 5 & 31));
            }
        }
        return text.toString();
    }

    private static byte[] read(String text) {
        var bytes = new byte[BYTES];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char sign : text.toCharArray()) {
            held = held << 5 | SIGNS.indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
