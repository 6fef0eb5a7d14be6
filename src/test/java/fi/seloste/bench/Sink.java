package fi.seloste.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /** The last message as it came, without the dot after it where one ended it. */
    byte[] lastBytes() {
        var all = last.toByteArray();
        int end = all.length - ".\r\n".length();
        return all.length > 5 && all[end] == '.' && all[end - 1] == '\n' ? Arrays.copyOf(all, end) : all;
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
        try (line) {
            line.setTcpNoDelay(true);
            var talk = new Talk(line.getInputStream(), line.getOutputStream());
            talk.say("220 sink");
            for (var said = talk.line(); said != null; said = talk.line()) {
                if (said.startsWith("EHLO")) {
                    talk.say("250-sink\r\n250 PIPELINING");
                } else if (said.equals("DATA")) {
                    talk.say("354 go on");
                    take(talk.message());
                    talk.say("250 taken");
                } else {
                    talk.say(said.equals("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }

    private void take(ByteArrayOutputStream message) {
        bytes.addAndGet(message.size());
        last = message;
        taken.incrementAndGet();
    }

    /** One connection. It takes what lies there and not letter by letter, or it would cost more than what is measured. */
    private static final class Talk {

        private final InputStream in;
        private final OutputStream out;
        private final byte[] held = new byte[65_536];
        private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
        private int at;
        private int end;

        Talk(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        void say(String words) {
            answers.writeBytes((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        String line() throws IOException {
            var line = new StringBuilder();
            while (hasMore()) {
                byte one = held[at++];
                if (one == '\n') {
                    return line.toString();
                }
                if (one != '\r') {
                    line.append((char) one);
                }
            }
            return null;
        }

        ByteArrayOutputStream message() throws IOException {
            var message = new ByteArrayOutputStream(16_384);
            int met = 2; // a lone dot may come first
            while (met < END.length) {
                if (!hasMore()) {
                    throw new IOException("The line broke in a message");
                }
                int from = at;
                while (at < end && met < END.length) {
                    byte one = held[at++];
                    met = one == END[met] ? met + 1 : one == '\r' ? 1 : 0;
                }
                message.write(held, from, at - from);
            }
            return message;
        }

        /** What was answered leaves before more is waited for (RFC 2920, 3.2). */
        private boolean hasMore() throws IOException {
            if (at == end) {
                if (answers.size() > 0) {
                    answers.writeTo(out);
                    answers.reset();
                }
                at = 0;
                end = Math.max(0, in.read(held));
            }
            return at < end;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
