package fi.seloste.doors;

import fi.seloste.installation.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** When a form was served at a door, and how much work is asked of whoever sends it: signed, so that no session has to remember it. */
record Stamp(Instant servedAt, int bits, byte[] nonce) {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int NONCE = 12;
    private static final int PAYLOAD = Long.BYTES + 1 + NONCE;
    private static final int SIGNED = 16;

    static Stamp fresh(Instant now, int bits) {
        var nonce = new byte[NONCE];
        CHANCE.nextBytes(nonce);
        return new Stamp(now, bits, nonce);
    }

    /** The stamp that this text was, if we made it for this door. */
    static Optional<Stamp> read(Keys keys, String door, String text) {
        var parts = text.split("\\.", 3);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            var payload = Base64.getUrlDecoder().decode(parts[0]);
            var signature = Base64.getUrlDecoder().decode(parts[1]);
            if (payload.length != PAYLOAD || !MessageDigest.isEqual(signature, signature(keys, door, payload))) {
                return Optional.empty();
            }
            var read = ByteBuffer.wrap(payload);
            var served = Instant.ofEpochMilli(read.getLong());
            int bits = read.get();
            return Optional.of(new Stamp(served, bits, Arrays.copyOfRange(payload, Long.BYTES + 1, PAYLOAD)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text(Keys keys, String door) {
        return puzzle() + "." + base64(signature(keys, door, payload()));
    }

    /** What is hashed together with a number. */
    private String puzzle() {
        return base64(payload());
    }

    /** Whether this number makes the hash begin with as many zero bits as asked for. */
    boolean isWorked(String number) {
        if (!number.matches("\\d{1,12}")) {
            return false;
        }
        var hash = sha256(puzzle() + ":" + number);
        int first = ByteBuffer.wrap(hash).getInt();
        return Integer.numberOfLeadingZeros(first) >= bits;
    }

    private byte[] payload() {
        return ByteBuffer.allocate(PAYLOAD)
                .putLong(servedAt.toEpochMilli())
                .put((byte) bits)
                .put(nonce)
                .array();
    }

    private static byte[] signature(Keys keys, String door, byte[] payload) {
        return Arrays.copyOf(keys.mac(Keys.DATABASE, bytes("form-stamp"), bytes(door), payload), SIGNED);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stamp stamp && Arrays.equals(payload(), stamp.payload());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nonce);
    }
}
