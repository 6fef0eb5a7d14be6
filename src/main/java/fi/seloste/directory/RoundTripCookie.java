package fi.seloste.directory;

import fi.seloste.installation.Keys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Keeps a trip in the browser, sealed by our key. It is taken once: coming back ends it, whatever came of it. */
@Component
class RoundTripCookie {

    private final Keys keys;

    RoundTripCookie(Keys keys) {
        this.keys = keys;
    }

    void write(RoundTrip trip, HttpServletRequest request, HttpServletResponse response) {
        var sealed = keys.encrypt(Keys.SETTINGS, trip.written().getBytes(StandardCharsets.UTF_8));
        add(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), RoundTrip.LIFE, request, response);
    }

    Optional<RoundTrip> take(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, name(request));
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Optional.empty();
        }
        add("", Duration.ZERO, request, response);
        return opened(cookie.getValue()).flatMap(RoundTrip::read);
    }

    private Optional<String> opened(String sealed) {
        try {
            var plain = keys.decrypt(Keys.SETTINGS, Base64.getUrlDecoder().decode(sealed));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            return Optional.empty(); // not ours, or of a key that is gone
        }
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-seloste-directory" : "seloste-directory-" + request.getServerPort();
    }

    /** Lax, not Strict: the way back begins at another site. */
    private static void add(String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }
}
