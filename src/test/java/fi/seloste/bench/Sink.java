package fi.seloste.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything, keeps the last message and counts. */
final class Sink implements AutoCloseable {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile ByteArrayOutputStream last = new ByteArrayOutputStream();

    Sink() throws IOException {
        Thread.ofPlatform().daemon().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections were ever opened. */
    int lines() {
        return lines.get();
    }

    int taken() {
        return taken.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** The last message with its lines joined, as quoted-printable has parted them. */
    String last() {
        return last.toString(StandardCharsets.US_ASCII).replace("=\r\n", "");
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var line = door.accept();
                lines.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> talk(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line;
                var in = new BufferedInputStream(line.getInputStream(), 65_536);
                var out = line.getOutputStream()) {
            line.setTcpNoDelay(true);
            say(out, "220 sink");
            for (var said = line(in); said != null; said = line(in)) {
                if (said.startsWith("EHLO")) {
                    say(out, "250-sink\r\n250 PIPELINING");
                } else if (said.equals("DATA")) {
                    say(out, "354 go on");
                    var message = message(in);
                    bytes.addAndGet(message.size());
                    last = message;
                    taken.incrementAndGet();
                    say(out, "250 taken");
                } else {
                    say(out, said.equals("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (one == '\n') {
                return line.toString();
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return null;
    }

    private static ByteArrayOutputStream message(InputStream in) throws IOException {
        var message = new ByteArrayOutputStream(16_384);
        int met = 2; // a lone dot may come first
        while (met < END.length) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("The line broke in a message");
            }
            message.write(one);
            met = one == END[met] ? met + 1 : one == '\r' ? 1 : 0;
        }
        return message;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
