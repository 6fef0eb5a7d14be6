package fi.seloste.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Puts TLS before a mail server that speaks plain text: from the first byte, or after STARTTLS. It remembers whether a word came in plain. */
final class TlsFront implements AutoCloseable {

    private final ServerSocket door;
    private final int behind;
    private final SSLContext tls;
    private final boolean fromTheFirstByte;
    private volatile boolean signedInPlain;

    private TlsFront(ServerSocket door, int behind, SSLContext tls, boolean fromTheFirstByte) {
        this.door = door;
        this.behind = behind;
        this.tls = tls;
        this.fromTheFirstByte = fromTheFirstByte;
        Thread.ofVirtual().start(this::serve);
    }

    static TlsFront fromTheFirstByte(int port, int behind, SSLContext tls) throws IOException {
        return new TlsFront(new ServerSocket(port), behind, tls, true);
    }

    static TlsFront afterStartTls(int behind, SSLContext tls) throws IOException {
        return new TlsFront(new ServerSocket(0), behind, tls, false);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whether a user name or password was said before the line was encrypted. */
    boolean wasSignedInPlain() {
        return signedInPlain;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> pass(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pass(Socket plain) {
        try (plain;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            if (fromTheFirstByte || upgraded(plain, server)) {
                var client = (SSLSocket) tls.getSocketFactory().createSocket(plain, "", plain.getPort(), true);
                client.setUseClientMode(false);
                var back = Thread.ofVirtual().start(() -> copy(server, client));
                copy(client, server);
                back.join();
            }
        } catch (IOException e) {
            // whoever did not like the certificate hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Line by line until the client wants TLS; false where it goes away. */
    private boolean upgraded(Socket plain, Socket server) throws IOException {
        say(plain, line(server.getInputStream()));
        for (var asked = line(plain.getInputStream()); !asked.isEmpty(); asked = line(plain.getInputStream())) {
            var words = asked.strip().split(" ", 3);
            var verb = words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT);
            signedInPlain |= verb.equals("LOGIN") || verb.equals("AUTHENTICATE");
            if (verb.equals("CAPABILITY")) {
                say(plain, "* CAPABILITY IMAP4rev1 STARTTLS\r\n" + words[0] + " OK done\r\n");
            } else if (verb.equals("STARTTLS")) {
                say(plain, words[0] + " OK go on\r\n");
                return true;
            } else {
                say(plain, words[0] + " NO first STARTTLS\r\n");
            }
        }
        return false;
    }

    private static void say(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.append((char) b);
            if (b == '\n') {
                break;
            }
        }
        return line.toString();
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // the other side is gone
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
