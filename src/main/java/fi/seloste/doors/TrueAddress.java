package fi.seloste.doors;

import fi.seloste.installation.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * First of all: where a request truly came from, and whether nobody could listen on the way. Plain HTTP is answered on the machine
 * itself or behind a declared proxy only.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrueAddress extends OncePerRequestFilter {

    private final Proxies proxies;
    private final Settings settings;

    TrueAddress(Proxies proxies, Settings settings) {
        this.proxies = proxies;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean behindProxy = proxies.trust(request.getRemoteAddr());
        var seen = behindProxy ? new Forwarded(request, proxies) : request;
        if (seen.isSecure()
                || isLoopback(request.getRemoteAddr())
                || request.getRequestURI().equals("/health")) {
            chain.doFilter(seen, response);
        } else {
            refuse(response, behindProxy);
        }
    }

    private void refuse(HttpServletResponse response, boolean behindProxy) throws IOException {
        var base = settings.baseUrl();
        var sentence = behindProxy
                ? "The proxy in front of Seloste did not say that the connection is encrypted. Make it send X-Forwarded-Proto: https."
                : "Seloste answers unencrypted requests from this machine only. Put a proxy with TLS in front of it and name it with"
                        + " --trusted-proxies" + (base == null ? "." : ", then open " + base + ".");
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isLoopback(String address) throws IOException {
        return InetAddress.getByName(address).isLoopbackAddress();
    }

    /** A request as its sender sent it to the proxy. */
    private static final class Forwarded extends HttpServletRequestWrapper {

        private final Proxies proxies;

        Forwarded(HttpServletRequest request, Proxies proxies) {
            super(request);
            this.proxies = proxies;
        }

        @Override
        public String getRemoteAddr() {
            var chain = getHeader("X-Forwarded-For");
            return chain == null ? super.getRemoteAddr() : proxies.origin(chain, super.getRemoteAddr());
        }

        @Override
        public String getRemoteHost() {
            return getRemoteAddr();
        }

        @Override
        public boolean isSecure() {
            return "https".equalsIgnoreCase(first("X-Forwarded-Proto")) || super.isSecure();
        }

        @Override
        public String getScheme() {
            return isSecure() ? "https" : super.getScheme();
        }

        @Override
        public String getServerName() {
            var host = first("X-Forwarded-Host");
            return host == null ? super.getServerName() : host.replaceFirst(":\\d+$", "");
        }

        @Override
        public int getServerPort() {
            var host = first("X-Forwarded-Host");
            if (host != null && host.matches(".*:\\d{1,5}")) {
                return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
            }
            return isSecure() ? 443 : super.getServerPort();
        }

        private @Nullable String first(String header) {
            var value = getHeader(header);
            return value == null ? null : value.split(",")[0].strip();
        }
    }
}
