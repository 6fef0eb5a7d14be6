package fi.seloste.store;

import fi.seloste.installation.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MailDateFormat;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the mail server that many messages go over. The library opens, encrypts and signs in; its envelope is then said in one turn where the
 * server allows it. What the server says about a message is told by its code, never by its words.
 */
final class SmtpLine implements Relay.Line {

    /** RFC 8314, 3.3: at this port TLS begins with the first byte. */
    private static final int AT_ONCE_ENCRYPTED = 465;

    private static final Pattern SAYABLE = Pattern.compile("[\\x21-\\x7e&&[^<>]]+");

    private final Talk talk;
    private final String from;
    private final @Nullable Seal seal;
    private final Clock clock;
    private @Nullable Head head;

    private SmtpLine(Talk talk, String from, @Nullable Seal seal, Clock clock) {
        this.talk = talk;
        this.from = from;
        this.seal = seal;
        this.clock = clock;
    }

    static SmtpLine open(Settings settings, Relay.Server server, String from, @Nullable Seal seal, Clock clock) {
        var properties = properties(server, settings);
        if (server.patience() != null) {
            var wait = String.valueOf(server.patience().toMillis());
            for (var which : List.of("connectiontimeout", "timeout", "writetimeout")) {
                properties.setProperty("mail.smtp." + which, wait);
            }
        }
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory", new AtOnce());
        var talk = new Talk(Session.getInstance(properties));
        try {
            talk.connect(server.host(), server.port(), server.user(), server.password());
            return new SmtpLine(talk, from, seal, clock);
        } catch (MessagingException e) {
            var doubt = MailEncryption.doubt(e);
            throw new Relay.Unreachable(doubt == null ? e.getClass().getSimpleName() : doubt.sentence());
        }
    }

    static Properties properties(Relay.Server server, Settings settings) {
        var properties = MailEncryption.of("smtp", server.host(), settings);
        if (server.port() == AT_ONCE_ENCRYPTED) {
            properties.setProperty("mail.smtp.ssl.enable", "true");
            properties.setProperty("mail.smtp.starttls.enable", "false");
            properties.setProperty("mail.smtp.starttls.required", "false");
        }
        properties.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
        properties.setProperty("mail.smtp.connectiontimeout", "10000");
        properties.setProperty("mail.smtp.timeout", "30000");
        properties.setProperty("mail.smtp.writetimeout", "30000");
        return properties;
    }

    @Override
    public Handover carry(Parcel parcel) {
        try {
            var sender = Objects.requireNonNullElse(parcel.sender().address(), from);
            var mail = ParcelMail.of(parcel, head(parcel.sender(), sender), sender);
            var returnTo = Objects.requireNonNullElse(parcel.sender().returnTo(), sender);
            return carry(returnTo, parcel.whom().address(), seal == null ? mail : sealed(seal, mail));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of a mail, from one bare address to another. */
    Handover carry(String returnTo, String to, byte[] mail) {
        if (!SAYABLE.matcher(to).matches()) {
            return Handover.of(553); // what this protocol cannot say, no server takes
        }
        return talk.carry(returnTo, to, mail);
    }

    /** Whether more can be said on it, as far as anybody knows before saying it. */
    boolean isOpen() {
        return !talk.isBroken();
    }

    /** The head of a message, and when and by whom it was said. */
    private record Head(long second, String name, @Nullable String replyTo, String from, Headers lines) {

        boolean isOf(long now, Parcel.Sender sender, String address) {
            return second == now
                    && name.equals(sender.name())
                    && Objects.equals(replyTo, sender.replyTo())
                    && from.equals(address);
        }
    }

    /** A line is used by one at a time, and in a second most messages of a sender leave together. */
    private Headers head(Parcel.Sender sender, String from) throws UnsupportedEncodingException {
        long now = clock.instant().getEpochSecond();
        var last = head;
        if (last == null || !last.isOf(now, sender, from)) {
            var date = new MailDateFormat().format(Date.from(Instant.ofEpochSecond(now)));
            last = new Head(now, sender.name(), sender.replyTo(), from, ParcelMail.head(sender, from, date));
            head = last;
        }
        return last.lines();
    }

    private static byte[] sealed(Seal seal, byte[] mail) {
        var lines = seal.over(mail).getBytes(StandardCharsets.US_ASCII);
        var sealed = Arrays.copyOf(lines, lines.length + mail.length);
        System.arraycopy(mail, 0, sealed, lines.length, mail.length);
        return sealed;
    }

    @Override
    public void close() {
        try {
            talk.close();
        } catch (MessagingException e) {
            // What was handed over is with the server; there is nothing more to say on this line.
        }
    }

    /** The library's own connection, and the words of the protocol for one message. */
    private static final class Talk extends SMTPTransport {

        private static final int CLOSED = 421;

        private boolean broken;

        Talk(Session session) {
            super(session, null);
        }

        synchronized boolean isBroken() {
            return broken;
        }

        /** Until its last byte is said the server cannot have taken it; a line that breaks after that leaves it open. */
        synchronized Handover carry(String from, String to, byte[] mail) {
            if (broken) {
                return Handover.of(CLOSED);
            }
            var envelope = List.of("MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">");
            int code = supportsExtension("PIPELINING") ? atOnce(envelope) : oneByOne(envelope);
            if (isYes(code)) {
                return said(mail);
            }
            var words = String.valueOf(getLastServerResponse());
            broken = code <= 0 || code == CLOSED || answer("RSET") != 250;
            return Handover.of(code <= 0 ? CLOSED : code, words);
        }

        private Handover said(byte[] mail) {
            boolean begun = false;
            try {
                var out = data();
                begun = true;
                out.write(mail);
                finishData();
                return Handover.taken();
            } catch (IOException | MessagingException e) {
                int code = getLastReturnCode();
                // A "no" to DATA or to the message is an answer; silence after it was begun leaves open whether it was
                // taken.
                boolean told = code >= 400;
                broken = !told || code == CLOSED || answer("RSET") != 250;
                return told ? Handover.of(code) : begun ? Handover.of(0) : Handover.of(CLOSED);
            }
        }

        private int answer(String word) {
            try {
                return simpleCommand(word);
            } catch (MessagingException e) {
                return 0;
            }
        }

        /** The first answer that is not a yes, or the last; 0 where the line broke. */
        private int oneByOne(List<String> words) {
            int code = 0;
            for (var word : words) {
                code = answer(word);
                if (!isYes(code)) {
                    return code;
                }
            }
            return code;
        }

        /** RFC 2920: said in one breath, answered one by one. */
        private int atOnce(List<String> words) {
            try {
                for (var word : words) {
                    sendCommand(word);
                }
                int code = 0;
                for (int i = 0; i < words.size(); i++) {
                    int one = readServerResponse();
                    code = code == 0 || isYes(code) ? one : code;
                }
                return code;
            } catch (MessagingException e) {
                return 0;
            }
        }

        private static boolean isYes(int code) {
            return code >= 200 && code < 300;
        }
    }

    /** Sockets that do not wait for more to say (Nagle): against a server that waits before it answers, each message would take 40 ms. */
    private static final class AtOnce extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            var socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return eager(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return eager(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return eager(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return eager(new Socket(host, port, local, localPort));
        }

        private static Socket eager(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
