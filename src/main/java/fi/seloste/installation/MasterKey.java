package fi.seloste.installation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** 32 random bytes, never used themselves: one key for marks and one for sealing are derived from them. */
final class MasterKey {

    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final SecretKeySpec marking;
    private final SecretKeySpec sealing;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
        this.marking = new SecretKeySpec(derived("mark"), "HmacSHA256");
        this.sealing = new SecretKeySpec(derived("seal"), "AES");
    }

    static MasterKey random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /** As on the escrow sheet: eight groups of eight hex digits and a check group, so a slip of the pen is noticed. */
    static MasterKey written(String text) {
        String digits = text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{72}")) {
            throw new IllegalArgumentException("it must hold nine groups of eight hex digits");
        }
        MasterKey key = new MasterKey(HexFormat.of().parseHex(digits, 0, 2 * LENGTH));
        if (!key.check().equals(digits.substring(2 * LENGTH))) {
            throw new IllegalArgumentException("its last group does not fit the others, so a digit was mistyped");
        }
        return key;
    }

    String writing() {
        String digits = HexFormat.of().formatHex(bytes) + check();
        return digits.replaceAll("(.{8})(?!$)", "$1-");
    }

    byte[] mac(byte[]... parts) {
        Mac mac = mac(marking);
        for (byte[] part : parts) {
            mac.update(ByteBuffer.allocate(4).putInt(0, part.length));
            mac.update(part);
        }
        return mac.doFinal();
    }

    byte[] encrypt(int version, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put((byte) version)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] decrypt(byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the sealed value was changed, or sealed by another key", e);
        }
    }

    String fingerprint() {
        return HexFormat.of().formatHex(derived("fingerprint"), 0, 8);
    }

    private String check() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(128, nonce));
        return cipher;
    }

    private byte[] derived(String use) {
        return mac(new SecretKeySpec(bytes, "HmacSHA256")).doFinal(("seloste " + use).getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
