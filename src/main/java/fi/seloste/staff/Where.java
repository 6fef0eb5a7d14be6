package fi.seloste.staff;

import fi.seloste.installation.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Under which address people see this house, and from where they come. */
@Component
class Where {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Settings settings;

    Where(Settings settings) {
        this.settings = settings;
    }

    /** Scheme, host and port as browsers name an origin. */
    String origin(HttpServletRequest request) {
        var base = settings.baseUrl();
        if (base != null) {
            return base.getScheme() + "://" + base.getAuthority();
        }
        var port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    /**
     * The address to write into a letter that a stranger can ask for. Without the setting it is known for this machine only: what a
     * request says of its host may be somebody else's, who would then get the link.
     */
    Optional<String> forLetters(HttpServletRequest request) {
        boolean known = settings.baseUrl() != null || THIS_MACHINE.contains(request.getServerName());
        return known ? Optional.of(origin(request)) : Optional.empty();
    }

    /** Whether somebody sits at this machine: not through a proxy, and not by a foreign name that points here. */
    boolean isHere(HttpServletRequest request) {
        boolean passedOn = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return !passedOn && isLoopback(request.getRemoteAddr()) && THIS_MACHINE.contains(request.getServerName());
    }

    SignIn.From from(HttpServletRequest request) {
        var agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new SignIn.From(request.getRemoteAddr(), Browser.of(agent));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
