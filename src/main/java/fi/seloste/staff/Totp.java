package fi.seloste.staff;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/** Codes that change with time (RFC 6238): six digits, half a minute, and the neighbouring half minutes for clocks that differ. */
public final class Totp {

    private static final int SECONDS = 30;

    private Totp() {}

    static String secret() {
        return new DefaultSecretGenerator(32).generate();
    }

    /** The step in which the code is right. */
    static Optional<Long> step(String secret, String code, Instant now) {
        long current = now.getEpochSecond() / SECONDS;
        for (long step = current - 1; step <= current + 1; step++) {
            if (same(code(secret, step), code)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    static String code(String secret, long step) {
        try {
            return new DefaultCodeGenerator().generate(secret, step);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    static String uri(String secret, String email, String issuer) {
        return new QrData.Builder()
                .label(email)
                .secret(secret)
                .issuer(issuer)
                .digits(6)
                .period(SECONDS)
                .build()
                .getUri();
    }

    /** The picture for the app's camera as the path of an SVG, one square a module. */
    static Picture picture(String uri) {
        try {
            var bits = new QRCodeWriter().encode(uri, BarcodeFormat.QR_CODE, 0, 0);
            var path = new StringBuilder();
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    if (bits.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new Picture(bits.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** A square of this many modules. */
    public record Picture(int size, String path) {}
}
