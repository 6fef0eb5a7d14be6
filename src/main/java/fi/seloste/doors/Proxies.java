package fi.seloste.doors;

import fi.seloste.installation.Settings;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** The proxies whose word we take for where a request came from. */
@Component
class Proxies {

    private final List<IpAddressMatcher> trusted;

    Proxies(Settings settings) {
        this.trusted =
                settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    boolean trust(String address) {
        return trusted.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /** From the right, where our own proxy wrote, leftwards to the first address that is not one of ours. */
    String origin(String forwardedFor, String peer) {
        var hops = forwardedFor.split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!hop.matches("[0-9a-fA-F:.]{3,45}")) {
                return peer;
            }
            if (!trust(hop)) {
                return hop;
            }
        }
        return peer;
    }
}
