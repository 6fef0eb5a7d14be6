package fi.seloste.responses;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What stands in a link that is followed: a secret of the message or of its crowd, the place of the link in the campaign, and a check that both
 * belong together. The secret is kept nowhere but in the message; we keep a print of it.
 */
record Token(byte[] secret, int position) {

    /** The places that are no link: the picture that tells of an open, and the link that no reader sees. */
    static final int OPEN = 0xffff;

    static final int TRAP = 0xfffe;
    static final int MOST_LINKS = 1_000;

    private static final int SECRET = 16;
    private static final int CHECK = 6;
    private static final int LENGTH = SECRET + 2 + CHECK;
    private static final SecureRandom CHANCE = new SecureRandom();

    /** A secret made by chance, for a crowd. */
    static byte[] chance() {
        var secret = new byte[SECRET];
        CHANCE.nextBytes(secret);
        return secret;
    }

    /** The secret of a message, made of its way out: whoever sees where a link leads cannot turn it back and ban marketing by it. */
    static byte[] secretOf(String wayOut) {
        return Arrays.copyOf(digest("trail", wayOut.getBytes(StandardCharsets.US_ASCII)), SECRET);
    }

    /** What is kept of a secret. */
    static String printOf(byte[] secret) {
        return HexFormat.of().formatHex(digest("print", secret));
    }

    String print() {
        return printOf(secret);
    }

    String written() {
        var bytes = ByteBuffer.allocate(LENGTH)
                .put(secret)
                .putShort((short) position)
                .put(check(secret, position))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty where it was altered or made up. */
    static Optional<Token> parse(String written) {
        if (written.length() != 32) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written));
            var secret = new byte[SECRET];
            bytes.get(secret);
            int position = Short.toUnsignedInt(bytes.getShort());
            var check = new byte[CHECK];
            bytes.get(check);
            return MessageDigest.isEqual(check, check(secret, position))
                    ? Optional.of(new Token(secret, position))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] check(byte[] secret, int position) {
        var both = ByteBuffer.allocate(SECRET + 2).put(secret).putShort((short) position);
        return Arrays.copyOf(digest("link", both.array()), CHECK);
    }

    private static byte[] digest(String use, byte[] of) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(use.getBytes(StandardCharsets.US_ASCII));
            return digest.digest(of);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && position == token.position && Arrays.equals(secret, token.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret) + position;
    }

    /** A secret is not for logs. */
    @Override
    public String toString() {
        return "link " + position;
    }
}
