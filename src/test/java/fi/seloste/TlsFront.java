package fi.seloste;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Puts TLS before a mail server that speaks plain text: from the first byte, or after STARTTLS. It remembers whether a word came in plain. */
public final class TlsFront implements AutoCloseable {

    private static final Set<String> SECRETS = Set.of("LOGIN", "AUTHENTICATE", "AUTH", "MAIL");

    private final ServerSocket door;
    private final int behind;
    private final SSLContext tls;
    /** Null where TLS begins with the first byte. */
    private final @Nullable Speech speech;

    private volatile boolean signedInPlain;

    private TlsFront(ServerSocket door, int behind, SSLContext tls, @Nullable Speech speech) {
        this.door = door;
        this.behind = behind;
        this.tls = tls;
        this.speech = speech;
        Thread.ofVirtual().start(this::serve);
    }

    /** At a port that a protocol names; where somebody else has it, or it cannot be had, the test is not made. */
    public static TlsFront fromTheFirstByte(int port, int behind, SSLContext tls) throws IOException {
        try {
            return new TlsFront(new ServerSocket(port), behind, tls, null);
        } catch (BindException e) {
            throw new TestAbortedException(
                    "Port %d cannot be taken here, so TLS from the first byte is not tried.".formatted(port), e);
        }
    }

    public static TlsFront afterStartTls(Speech speech, int behind, SSLContext tls) throws IOException {
        return new TlsFront(new ServerSocket(0), behind, tls, speech);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Whether a user name or password was said before the line was encrypted. */
    public boolean wasSignedInPlain() {
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
            if (speech == null || upgraded(speech, plain, server)) {
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
    private boolean upgraded(Speech speech, Socket plain, Socket server) throws IOException {
        say(plain, line(server.getInputStream()));
        for (var asked = line(plain.getInputStream()); !asked.isEmpty(); asked = line(plain.getInputStream())) {
            var words = asked.strip().split(" ", 3);
            var verb = words.length <= speech.verbAt ? "" : words[speech.verbAt].toUpperCase(Locale.ROOT);
            signedInPlain |= SECRETS.contains(verb);
            if (verb.equals(speech.asksWhat)) {
                say(plain, speech.offers.formatted(words[0]));
            } else if (verb.equals("STARTTLS")) {
                say(plain, speech.goOn.formatted(words[0]));
                return true;
            } else {
                say(plain, speech.no.formatted(words[0]));
            }
        }
        return false;
    }

    /** How a protocol asks for TLS and is answered. */
    public enum Speech {
        IMAP(1, "CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS\r\n%s OK done\r\n", "%s OK go on\r\n", "%s NO\r\n"),
        SMTP(0, "EHLO", "250-front\r\n250 STARTTLS\r\n", "220 go on\r\n", "530 first STARTTLS\r\n");

        private final int verbAt;
        private final String asksWhat;
        private final String offers;
        private final String goOn;
        private final String no;

        Speech(int verbAt, String asksWhat, String offers, String goOn, String no) {
            this.verbAt = verbAt;
            this.asksWhat = asksWhat;
            this.offers = offers;
            this.goOn = goOn;
            this.no = no;
        }
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
