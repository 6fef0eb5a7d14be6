package fi.seloste.events;

import fi.seloste.base.PersonId;
import fi.seloste.installation.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Links of people's own: an id and a keyed hash over it, so the same link can be written again and nobody can make one up. Older keys still open, so a
 * change of keys outdates no letter.
 */
@Component
class Passes {

    private static final int ID = 16;
    private static final int MARK = 16;

    private final Keys keys;

    Passes(Keys keys) {
        this.keys = keys;
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
        var id = Arrays.copyOf(all, ID);
        var mark = Arrays.copyOfRange(all, ID, all.length);
        return keys.versions(Keys.DATABASE).stream()
                        .anyMatch(version -> MessageDigest.isEqual(Arrays.copyOf(marked.by(version, id), MARK), mark))
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
