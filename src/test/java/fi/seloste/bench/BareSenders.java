package fi.seloste.bench;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * What others do in the same minute with the same message: two that have it ready and ask nobody, which is what the machine lets through, and one as anybody
 * would write it in Java with the usual library.
 */
final class BareSenders {

    private static final Pattern WAY_OUT = Pattern.compile("/u/([A-Za-z0-9_-]{43})");

    /** Of as many domains as ours: a real server keeps a queue for each. */
    private static final List<String> READERS =
            IntStream.range(0, 20_000).mapToObj(Crowd::email).toList();

    private final int port;
    private final byte[] mail;
    private final int lines;

    /** The message as it stands on the wire, without the dot after it. */
    BareSenders(int port, byte[] mail, int lines) {
        this.port = port;
        this.mail = mail;
        this.lines = lines;
    }

    /** Work of one line that is done again and again, whose turn it is given. */
    @FunctionalInterface
    private interface Line {

        void send(String reader) throws IOException, MessagingException;
    }

    @FunctionalInterface
    private interface Opening {

        Line open() throws Exception;
    }

    /** One ready array, said as the protocol was first written: each word is answered before the next. */
    double turnByTurn(Duration time) throws InterruptedException {
        var ready = plus(mail, ".\r\n");
        return rate(time, () -> {
            var talk = new Talk(port);
            return reader -> {
                talk.ask("MAIL FROM:<a@bench.example>\r\n", 1);
                talk.ask("RCPT TO:<" + reader + ">\r\n", 1);
                talk.ask("DATA\r\n", 1);
                talk.ask(ready, 1);
            };
        });
    }

    /** One ready array, its envelope in one breath (RFC 2920), as we say it where the server lets us. */
    double inTwoBreaths(Duration time) throws InterruptedException {
        var ready = plus(mail, ".\r\n");
        return rate(time, () -> {
            var talk = new Talk(port);
            return reader -> {
                talk.ask("MAIL FROM:<a@bench.example>\r\nRCPT TO:<" + reader + ">\r\nDATA\r\n", 3);
                talk.ask(ready, 1);
            };
        });
    }

    /** A message for each reader, made and sent by the usual library (Jakarta Mail) over lines that stay open. */
    double byLibrary(Duration time) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.socketFactory", new AtOnce());
        var session = Session.getInstance(properties);
        var model = new MimeMessage(session, new ByteArrayInputStream(mail));
        var parts = (Multipart) model.getContent();
        var text = (String) parts.getBodyPart(0).getContent();
        var html = (String) parts.getBodyPart(1).getContent();
        var found = WAY_OUT.matcher(text);
        var wayOut = found.find() ? found.group(1) : "";
        return rate(time, () -> {
            var transport = session.getTransport("smtp");
            transport.connect();
            return reader -> {
                var own = (UUID.randomUUID().toString() + UUID.randomUUID()).substring(0, 43);
                var to = new InternetAddress(reader);
                var message = new MimeMessage(session);
                message.setFrom(model.getFrom()[0]);
                message.setRecipient(Message.RecipientType.TO, to);
                message.setSubject(model.getSubject() + reader, "UTF-8");
                for (var name : new String[] {"List-Id", "List-Help", "List-Unsubscribe", "List-Unsubscribe-Post"}) {
                    message.setHeader(name, model.getHeader(name)[0].replace(wayOut, own));
                }
                var both = new MimeMultipart("alternative");
                both.addBodyPart(part(text.replace(wayOut, own), "plain"));
                both.addBodyPart(part(html.replace(wayOut, own), "html"));
                message.setContent(both);
                message.saveChanges();
                transport.sendMessage(message, new InternetAddress[] {to});
            };
        });
    }

    private static MimeBodyPart part(String words, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(words, "UTF-8", kind);
        return part;
    }

    /** Signatures that this machine makes with RSA-2048 while it does nothing else, by the same library that we sign with. */
    static double signatures(Duration time) throws Exception {
        var pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(2048);
        var key = pairs.generateKeyPair().getPrivate();
        var head = new byte[900];
        return rate(time, Runtime.getRuntime().availableProcessors(), () -> {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            return reader -> {
                try {
                    signature.update(head);
                    signature.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            };
        });
    }

    private double rate(Duration time, Opening opening) throws InterruptedException {
        return rate(time, lines, opening);
    }

    /** A fifth of the time to get warm, and then what is done a second. */
    private static double rate(Duration time, int lines, Opening opening) throws InterruptedException {
        var done = new AtomicLong();
        var next = new AtomicInteger();
        long begun = System.nanoTime() + time.toNanos() / 5;
        long end = begun + time.toNanos();
        var failure = new AtomicReference<@Nullable Exception>();
        var threads = new Thread[lines];
        for (int i = 0; i < lines; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                try {
                    var line = opening.open();
                    while (System.nanoTime() < end) {
                        line.send(READERS.get(Math.floorMod(next.getAndIncrement(), READERS.size())));
                        if (System.nanoTime() > begun) {
                            done.incrementAndGet();
                        }
                    }
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                }
            });
        }
        for (var thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A sender failed, so its rate is none", failure.get());
        }
        return done.get() / (time.toNanos() / 1e9);
    }

    private static byte[] plus(byte[] mail, String end) {
        return plus(mail, end.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] plus(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream(one.length + other.length);
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    /** One connection, greeted. */
    private static final class Talk {

        private final Socket line;
        private final BufferedReader in;

        Talk(int port) throws IOException {
            this.line = new Socket(InetAddress.getLoopbackAddress(), port);
            line.setTcpNoDelay(true);
            this.in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
            ask("EHLO bench.example\r\n", 1);
        }

        void ask(String words, int answers) throws IOException {
            ask(words.getBytes(StandardCharsets.US_ASCII), answers);
        }

        void ask(byte[] words, int answers) throws IOException {
            line.getOutputStream().write(words);
            for (int i = 0; i < answers; i++) {
                var answer = in.readLine();
                while (answer != null && answer.startsWith("-", 3)) {
                    answer = in.readLine();
                }
                if (answer == null || answer.charAt(0) > '3') {
                    throw new UncheckedIOException(new IOException("The server said " + answer));
                }
            }
        }
    }

    /** Without it the library waits 40 ms for each message (Nagle against delayed answers), and nobody would keep it so. */
    private static final class AtOnce extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            var socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return new Socket(host, port, local, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return new Socket(host, port, local, localPort);
        }
    }
}
