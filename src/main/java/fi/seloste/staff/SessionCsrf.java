package fi.seloste.staff;

import fi.seloste.installation.Keys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What proves that a form is ours: the session's own token, or before signing in a keyed hash of a random cookie, so that nobody can
 * plant both the cookie and its token.
 */
@Component
class SessionCsrf implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";
    private static final String MADE = SessionCsrf.class.getName();

    private final SessionContexts sessions;
    private final Keys keys;

    SessionCsrf(SessionContexts sessions, Keys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = sessions.found(request);
        if (session.isPresent()) {
            return token(session.get().session().csrf());
        }
        var visit = WebUtils.getCookie(request, cookie(request));
        return visit == null || visit.getValue().length() < 40 ? null : token(proof(visit.getValue()));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var visit = Secret.next();
        request.setAttribute(MADE, visit);
        return token(proof(visit));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(MADE) instanceof String visit) {
            SessionCookie.add(request, response, cookie(request), visit, Duration.ofDays(1));
        }
    }

    private String proof(String visit) {
        var mac = keys.mac(
                Keys.DATABASE, "visit".getBytes(StandardCharsets.US_ASCII), visit.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }

    private static String cookie(HttpServletRequest request) {
        return SessionCookie.name(request) + "-visit";
    }
}
