package fi.seloste.forms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Does what the script of a page does: finds the number that makes the hash begin with so many zero bits. */
final class Work {

    private Work() {}

    static String of(String stamp, int bits) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var puzzle = stamp.substring(0, stamp.indexOf('.'));
            for (int number = 0; ; number++) {
                var hash = sha.digest((puzzle + ":" + number).getBytes(StandardCharsets.US_ASCII));
                if (Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt()) >= bits) {
                    return String.valueOf(number);
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
