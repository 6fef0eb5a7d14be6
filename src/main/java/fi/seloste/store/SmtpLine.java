package fi.seloste.store;

import fi.seloste.installation.Settings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MailDateFormat;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the mail server that many messages go over. The library opens, encrypts and signs in; what is said of messages is said by
 * {@link SmtpTalk}. What the server says about a message is told by its code, never by its words.
 */
final class SmtpLine implements Relay.Line {

    /** RFC 8314, 3.3: at this port TLS begins with the first byte. */
    private static final int AT_ONCE_ENCRYPTED = 465;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** RFC 5321, 4.5.3.2.6: whoever gives up waiting for the answer to a message that was said to its end sends it twice. */
    private static final Duration LAST = Duration.ofMinutes(10);

    private static final String ENCRYPTED = "mail.smtp.ssl.socketFactory";

    private static final byte[] NOTHING = {};

    private static final Pattern SAYABLE = Pattern.compile("[\\x21-\\x7e&&[^<>]]+");

    private final SMTPTransport door;
    private final SmtpTalk talk;
    private final String from;
    private final @Nullable Seal seal;
    private final Clock clock;
    private @Nullable Head head;

    private SmtpLine(SMTPTransport door, SmtpTalk talk, String from, @Nullable Seal seal, Clock clock) {
        this.door = door;
        this.talk = talk;
        this.from = from;
        this.seal = seal;
        this.clock = clock;
    }

    static SmtpLine open(Settings settings, Relay.Server server, String from, @Nullable Seal seal, Clock clock) {
        var properties = properties(server, settings);
        if (server.patience() != null) {
            var wait = String.valueOf(server.patience().toMillis());
            for (var which : List.of("connectiontimeout", "timeout")) {
                properties.setProperty("mail.smtp." + which, wait);
            }
        }
        var wire = new Wire();
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory", wire.plain());
        properties.put(ENCRYPTED, wire.encrypted(trust(properties)));
        var door = new SMTPTransport(Session.getInstance(properties), null);
        try {
            door.connect(server.host(), server.port(), server.user(), server.password());
            boolean pipelining = door.supportsExtension("PIPELINING");
            var patience = Objects.requireNonNullElse(server.patience(), PATIENCE);
            return new SmtpLine(door, new SmtpTalk(wire.socket(), pipelining, patience), from, seal, clock);
        } catch (MessagingException | IOException e) {
            var doubt = MailEncryption.doubt(e);
            throw doubt == null
                    ? new Relay.Unreachable(trouble(e), e.getClass().getSimpleName())
                    : new Relay.Unreachable(doubt.name().toLowerCase(Locale.ROOT), doubt.sentence());
        }
    }

    private static String trouble(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationFailedException) {
                return "locked";
            }
            if (cause instanceof UnknownHostException) {
                return "nowhere";
            }
            if (cause instanceof SocketTimeoutException) {
                return "silent";
            }
            if (cause instanceof ConnectException) {
                return "away";
            }
        }
        return "odd";
    }

    private static SSLSocketFactory trust(Properties properties) {
        return properties.get(ENCRYPTED) instanceof SSLSocketFactory ours
                ? ours
                : (SSLSocketFactory) SSLSocketFactory.getDefault();
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
        properties.setProperty("mail.smtp.timeout", String.valueOf(PATIENCE.toMillis()));
        return properties;
    }

    @Override
    public Handover carry(Parcel parcel) {
        try {
            var sender = Objects.requireNonNullElse(parcel.sender().address(), from);
            var mail = ParcelMail.of(parcel, head(parcel.sender(), sender), sender);
            var returnTo = Objects.requireNonNullElse(parcel.sender().returnTo(), sender);
            return said(LAST, returnTo, parcel.whom().address(), seal == null ? NOTHING : sealing(seal, mail), mail);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of a mail, from one bare address to another. */
    Handover carry(String returnTo, String to, byte[] mail) {
        return said(PATIENCE, returnTo, to, Dots.whole(mail));
    }

    private Handover said(Duration last, String returnTo, String to, byte[]... mail) {
        // What this protocol cannot say, no server takes.
        return SAYABLE.matcher(to).matches() ? talk.carry(last, returnTo, to, mail) : Handover.of(553);
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

    private static byte[] sealing(Seal seal, byte[] mail) {
        return seal.over(mail).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        talk.end();
        try {
            door.close();
        } catch (MessagingException e) {
            // What was handed over is with the server; there is nothing more to say on this line.
        }
    }
}
