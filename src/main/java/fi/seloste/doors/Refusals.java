package fi.seloste.doors;

import fi.seloste.base.Problem;
import fi.seloste.staff.Staff;
import fi.seloste.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Says no before a handler is reached: to people by a page or the way to sign in, to programs by problem+json (RFC 9457). */
@Component
@ConditionalOnWebApplication
class Refusals {

    private final HandlerExceptionResolver pages;
    private final Texts texts;
    private final JsonMapper json;
    private final Staff staff;

    Refusals(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver pages,
            Texts texts,
            JsonMapper json,
            Staff staff) {
        this.pages = pages;
        this.texts = texts;
        this.json = json;
        this.staff = staff;
    }

    /** Leads to signing in and back; the first visitor of all to setting up. */
    void signedOut(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        var back = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        var next =
                request.getMethod().equals("GET") && !back.equals("/") ? "?next=" + UriUtils.encode(back, "UTF-8") : "";
        var to = staff.isEmpty() ? "/set-up" : "/sign-in" + next;
        response.setHeader("Cache-Control", "no-store");
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", to);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", to);
    }

    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) {
        var key = why instanceof CsrfException ? "staff.refused.form" : "staff.refused.denied";
        pages.resolveException(request, response, null, Problem.notAllowed(key));
    }

    /** What is wrong with a call, found before any handler. */
    void problem(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        pages.resolveException(request, response, null, problem);
    }

    void withoutToken(HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException why)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"seloste\"");
        tell(request, response, HttpStatus.UNAUTHORIZED, "staff.refused.noToken");
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        response.setHeader("Retry-After", Long.toString(Math.max(1, seconds)));
        if (request.getRequestURI().startsWith("/api/")) {
            tell(request, response, HttpStatus.TOO_MANY_REQUESTS, "staff.refused.tooMany", Math.max(1, seconds));
        } else {
            var why = new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
            pages.resolveException(request, response, null, why);
        }
    }

    void tell(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String key,
            Object... arguments)
            throws IOException {
        var locale = locale(request);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:seloste:" + key);
        body.put("title", texts.say(locale, key + ".title"));
        body.put("status", status.value());
        body.put("detail", texts.say(locale, key, arguments));
        body.put("instance", request.getRequestURI());
        var bytes = json.writeValueAsBytes(body);
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static Locale locale(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.ENGLISH : request.getLocale();
    }
}
