package fi.seloste.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie of a session. Over TLS its name begins with {@code __Host-}: browsers then take it from this very host only. On a plain
 * loopback address it carries the port, since cookies do not tell ports apart and two installations would sign each other out.
 */
final class SessionCookie {

    private SessionCookie() {}

    static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-seloste" : "seloste-" + request.getServerPort();
    }

    static Optional<String> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name(request));
        return cookie == null || cookie.getValue().isEmpty() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    static void write(HttpServletRequest request, HttpServletResponse response, String secret) {
        add(request, response, name(request), secret, Session.LONGEST);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, name(request), "", Duration.ZERO);
    }

    static void add(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration life) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }
}
