package fi.seloste.doors;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** An address as limits count it: a household has one IPv4 address, but as many of IPv6 as it likes within its /64. */
final class Network {

    private Network() {}

    static String of(String address) {
        if (!address.matches("[0-9a-fA-F:.%]+[a-z0-9]*")) {
            return "unknown";
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : address;
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
