package fi.seloste.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Writes and reads the cookie of {@link Flash}. */
@Component
class Flashes {

    static final String COOKIE = "said";
    private static final String UNIT = "\u001f";

    private final Signer signer;

    Flashes(ObjectProvider<Signer> signer) {
        this.signer = signer.getIfAvailable(Flashes::ofThisProcess);
    }

    Flash writing(HttpServletRequest request, HttpServletResponse response) {
        return new Writing(this, request, response);
    }

    /** What was said on the page before; once. */
    Optional<Flash.Note> take(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        response.addHeader("Set-Cookie", cookie("", 0, request).toString());
        return read(cookie);
    }

    private Optional<Flash.Note> read(Cookie cookie) {
        var parts = cookie.getValue().split("\\.", 2);
        if (parts.length != 2 || !MessageDigest.isEqual(bytes(parts[1]), mac(parts[0]))) {
            return Optional.empty();
        }
        var fields = List.of(new String(bytes(parts[0]), StandardCharsets.UTF_8).split(UNIT, -1));
        var arguments = fields.subList(3, fields.size()).stream().map(Flashes::argument);
        var undo = fields.get(2).isEmpty() ? null : fields.get(2);
        return Optional.of(new Flash.Note(fields.get(0), Said.of(fields.get(1), arguments.toArray()), undo));
    }

    private String seal(String kind, String key, @Nullable String undoUrl, Object... arguments) {
        var fields = new StringBuilder(kind).append(UNIT).append(key).append(UNIT);
        fields.append(undoUrl == null ? "" : undoUrl);
        Arrays.stream(arguments).forEach(argument -> fields.append(UNIT).append(written(argument)));
        var content = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(fields.toString().getBytes(StandardCharsets.UTF_8));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(content));
    }

    private byte[] mac(String content) {
        return signer.sign(("said " + content).getBytes(StandardCharsets.US_ASCII));
    }

    /** With a sign before it that says what it was: a sentence counts numbers and writes days in its own language. */
    private static String written(Object argument) {
        return switch (argument) {
            case Long number -> "n" + number;
            case Integer number -> "n" + number;
            case LocalDate day -> "d" + day;
            default -> "t" + short100(argument);
        };
    }

    private static Object argument(String written) {
        var value = written.substring(1);
        return switch (written.charAt(0)) {
            case 'n' -> Long.valueOf(value);
            case 'd' -> LocalDate.parse(value);
            default -> value;
        };
    }

    // A cookie holds 4 kB at most.
    private static String short100(Object argument) {
        var text = argument.toString().replace(UNIT, " ");
        return text.length() > 100 ? text.substring(0, 99) + "…" : text;
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static ResponseCookie cookie(String value, int seconds, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
    }

    private static Signer ofThisProcess() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return content -> {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(content);
            } catch (NoSuchAlgorithmException | InvalidKeyException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private record Writing(Flashes flashes, HttpServletRequest request, HttpServletResponse response) implements Flash {

        @Override
        public void done(String key, Object... arguments) {
            write("done", key, null, arguments);
        }

        @Override
        public void undoable(String undoUrl, String key, Object... arguments) {
            write("done", key, undoUrl, arguments);
        }

        @Override
        public void warn(String key, Object... arguments) {
            write("warn", key, null, arguments);
        }

        private void write(String kind, String key, @Nullable String undoUrl, Object... arguments) {
            var value = flashes.seal(kind, key, undoUrl, arguments);
            response.addHeader("Set-Cookie", cookie(value, 60, request).toString());
        }
    }
}
