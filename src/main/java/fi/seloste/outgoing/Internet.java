package fi.seloste.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses belong to everybody's internet. Whoever may type an address into this house must not reach by it what stands behind the
 * firewall: databases, routers, the metadata of a cloud (OWASP: server-side request forgery).
 */
final class Internet {

    private Internet() {}

    static boolean reaches(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isOpen(four.getAddress());
            case Inet6Address six -> isOpenSix(six.getAddress());
            default -> false;
        };
    }

    // The registry of special addresses of RFC 6890: "this" network, carrier's own, protocol assignments, measuring,
    // reserved.
    private static boolean isOpen(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return first != 0
                && !(first == 100 && (second & 0xc0) == 64)
                && !(first == 192 && second == 0 && address[2] == 0)
                && !(first == 198 && (second & 0xfe) == 18)
                && first < 240;
    }

    // fc00::/7 is private (RFC 4193); 64:ff9b::/96, ::/96 and 2002::/16 carry an address of version four, which would
    // get by unseen.
    private static boolean isOpenSix(byte[] address) {
        int first = (address[0] & 0xff) << 8 | address[1] & 0xff;
        return (first & 0xfe00) != 0xfc00 && first != 0x0064 && first != 0 && first != 0x2002;
    }
}
