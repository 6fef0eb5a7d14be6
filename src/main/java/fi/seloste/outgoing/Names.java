package fi.seloste.outgoing;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.stereotype.Component;

/**
 * Turns a host's name into the addresses that may be called. The connection goes to the very address that was looked at here: a name that
 * answers differently the second time gains nothing.
 */
@Component
class Names implements DnsResolver {

    private final Set<String> inner;

    Names(Settings settings) {
        var named = settings.text(Setting.OUTGOING_HOSTS);
        this.inner = named == null
                ? Set.of()
                : Arrays.stream(named.split(","))
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the operator named it as a host of the inner network that may be called. */
    boolean isInner(String host) {
        return inner.contains(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!isInner(host) && !Arrays.stream(addresses).allMatch(Internet::reaches)) {
            throw new Inner(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A name that leads behind the firewall. */
    static final class Inner extends UnknownHostException {
        Inner(String host) {
            super(host);
        }
    }
}
