package fi.seloste.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one connection to a mail server. The library opens them, encrypts and signs in; the outermost is then known here, so that more can be said
 * on it at once than the library says.
 */
final class Wire {

    private @Nullable Socket outermost;

    /** What is spoken on in the end. */
    Socket socket() {
        return Objects.requireNonNull(outermost);
    }

    SocketFactory plain() {
        return new Plain();
    }

    SSLSocketFactory encrypted(SSLSocketFactory by) {
        return new Encrypted(by);
    }

    /** Without waiting for more to say (Nagle): against a server that waits before it answers, each message would take 40 ms. */
    private Socket known(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        outermost = socket;
        return socket;
    }

    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            return known(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return known(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return known(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return known(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return known(new Socket(host, port, local, localPort));
        }
    }

    private final class Encrypted extends SSLSocketFactory {

        private final SSLSocketFactory by;

        Encrypted(SSLSocketFactory by) {
            this.by = by;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return by.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return by.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return known(by.createSocket());
        }

        @Override
        public Socket createSocket(Socket over, String host, int port, boolean closes) throws IOException {
            return known(by.createSocket(over, host, port, closes));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return known(by.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return known(by.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return known(by.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return known(by.createSocket(host, port, local, localPort));
        }
    }
}
