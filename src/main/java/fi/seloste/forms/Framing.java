package fi.seloste.forms;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the sites that a form names show it in a frame and send to it by script, and no others: everywhere else the house stays unframed and
 * answers nobody across sites.
 */
@Component
@ConditionalOnWebApplication
@Order(-105) // after the rates per address, before the chains of security, so that a browser's asking beforehand is
// answered here
class Framing extends OncePerRequestFilter {

    private static final Pattern FORM = Pattern.compile("/f/([a-z0-9-]{1,60})(?:/thanks)?");
    private static final String POLICY = "Content-Security-Policy";

    private final Visiting visiting;

    Framing(Visiting visiting) {
        this.visiting = visiting;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/f/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sites = sites(request.getRequestURI());
        if (!sites.isEmpty()) {
            open(sites, request, response);
        }
        if (isAskedBeforehand(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private List<String> sites(String path) {
        var form = FORM.matcher(path);
        return form.matches() ? visiting.sites(form.group(1)) : List.of();
    }

    private static void open(List<String> sites, HttpServletRequest request, HttpServletResponse response) {
        var policy = String.valueOf(response.getHeader(POLICY));
        response.setHeader(
                POLICY, policy.replace("frame-ancestors 'none'", "frame-ancestors 'self' " + String.join(" ", sites)));
        response.setHeader("X-Frame-Options", null);
        response.addHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (origin != null && sites.contains(origin)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Methods", "GET, POST");
            response.setHeader("Access-Control-Allow-Headers", "Content-Type, Accept-Language");
            response.setHeader("Access-Control-Max-Age", "600");
        }
    }

    private static boolean isAskedBeforehand(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }
}
