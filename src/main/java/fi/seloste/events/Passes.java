package fi.seloste.events;

import fi.seloste.base.PersonId;
import fi.seloste.installation.Keys;
import fi.seloste.store.Relay;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links of people's own: an id and a keyed hash over it, so the same link can be written again and nobody can make one up. Older keys still open, so a
 * change of keys outdates no letter.
 */
@Component
class Passes {

    private static final int ID = 16;
    private static final int MARK = 16;

    private static final int REPLY_MARK = 9;
    private static final int REPLY_TOKEN = 39;
    private static final String REPLY = "event-reply";
    private static final Pattern TAG = Pattern.compile("[+]([0-9a-zA-Z]{" + REPLY_TOKEN + "})@");

    private final Keys keys;
    private final Relay relay;

    Passes(Keys keys, Relay relay) {
        this.keys = keys;
        this.relay = relay;
    }

    /** Opens one registration. */
    String ofParticipation(UUID id) {
        return written(bytes(id), keys.mac(Keys.DATABASE, text("event-participation"), bytes(id)));
    }

    /** Fills in one person's name and address at one event; it opens nothing. */
    String ofGuest(String slug, PersonId person) {
        var id = bytes(person.value());
        return written(id, keys.mac(Keys.DATABASE, text("event-guest"), text(slug), id));
    }

    /**
     * The address to which a guest's calendar program answers; null where none is read. It names the registration under a mark of its own, in a local part that
     * stays the same in small letters and under the 64 characters that one may have (RFC 5321).
     */
    @Nullable
    String toReply(UUID id) {
        var address = relay.answers();
        if (address == null) {
            return null;
        }
        var bytes = bytes(id);
        var all = ByteBuffer.allocate(ID + REPLY_MARK)
                .put(bytes)
                .put(keys.mac(Keys.DATABASE, text(REPLY), bytes), 0, REPLY_MARK)
                .array();
        var token = new BigInteger(1, all).toString(36);
        return address.replaceFirst("@", "+" + "0".repeat(REPLY_TOKEN - token.length()) + token + "@");
    }

    /** The registration that stands in an address to which a program answered; nothing where the mark is none of ours. */
    Optional<UUID> replying(String address) {
        var tag = TAG.matcher(address);
        if (!tag.find()) {
            return Optional.empty();
        }
        var number = new BigInteger(tag.group(1).toLowerCase(Locale.ROOT), 36).toByteArray();
        if (number.length > ID + REPLY_MARK + 1) {
            return Optional.empty();
        }
        var all = new byte[ID + REPLY_MARK];
        int length = Math.min(number.length, all.length);
        System.arraycopy(number, number.length - length, all, all.length - length, length);
        return opened(all, (version, id) -> keys.mac(Keys.DATABASE, version, text(REPLY), id));
    }

    Optional<UUID> participation(String token) {
        return read(token, (version, id) -> keys.mac(Keys.DATABASE, version, text("event-participation"), id));
    }

    Optional<PersonId> guest(String slug, String token) {
        return read(token, (version, id) -> keys.mac(Keys.DATABASE, version, text("event-guest"), text(slug), id))
                .map(PersonId::new);
    }

    private interface Marked {
        byte[] by(int version, byte[] id);
    }

    private Optional<UUID> read(String token, Marked marked) {
        if (!token.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return opened(all, marked);
    }

    private Optional<UUID> opened(byte[] all, Marked marked) {
        var id = Arrays.copyOf(all, ID);
        var mark = Arrays.copyOfRange(all, ID, all.length);
        return keys.versions(Keys.DATABASE).stream()
                        .anyMatch(version ->
                                MessageDigest.isEqual(Arrays.copyOf(marked.by(version, id), mark.length), mark))
                ? Optional.of(uuid(id))
                : Optional.empty();
    }

    private static String written(byte[] id, byte[] mac) {
        var all = ByteBuffer.allocate(ID + MARK).put(id).put(mac, 0, MARK).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] id) {
        var buffer = ByteBuffer.wrap(id);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
