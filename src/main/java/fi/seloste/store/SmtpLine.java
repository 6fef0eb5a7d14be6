package fi.seloste.store;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A connection to the mail server. What the server says about a message is told by its code, never by its words. */
final class SmtpLine implements Relay.Line {

    private final Session session;
    private final Transport transport;
    private final String from;
    private final @Nullable Seal seal;

    private SmtpLine(Session session, Transport transport, String from, @Nullable Seal seal) {
        this.session = session;
        this.transport = transport;
        this.from = from;
        this.seal = seal;
    }

    static SmtpLine open(Settings settings, String from, @Nullable Seal seal) {
        var host = Objects.requireNonNull(settings.text(Setting.MAIL_HOST));
        var user = settings.text(Setting.MAIL_USER);
        var properties = Postman.properties(host, settings);
        properties.put("mail.smtp.quitwait", "false");
        var session = Session.getInstance(properties);
        try {
            var transport = session.getTransport("smtp");
            transport.connect(host, settings.mailPort(), user, settings.text(Setting.MAIL_PASSWORD));
            return new SmtpLine(session, transport, from, seal);
        } catch (MessagingException e) {
            throw new Relay.Unreachable(e.getClass().getSimpleName());
        }
    }

    @Override
    public Handover carry(Parcel parcel) {
        try {
            var message = message(parcel);
            transport.sendMessage(message, message.getAllRecipients());
            return Handover.taken();
        } catch (IllegalStateException e) {
            return Handover.of(421); // the line had been closed before anything was said on it
        } catch (MessagingException | UnsupportedEncodingException e) {
            return Handover.of(code(e));
        }
    }

    private MimeMessage message(Parcel parcel) throws MessagingException, UnsupportedEncodingException {
        var address = Objects.requireNonNullElse(parcel.sender().address(), from);
        var message = new Named(session, Letter.headerId(parcel.id(), address), seal);
        message.setEnvelopeFrom(parcel.sender().returnTo()); // null is whom the message is from
        var mime = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_NO, StandardCharsets.UTF_8.name());
        mime.setFrom(new InternetAddress(address, parcel.sender().name(), StandardCharsets.UTF_8.name()));
        mime.setTo(parcel.whom().address());
        mime.setSubject(parcel.words().subject());
        message.setContent(alternative(parcel.words()));
        var replyTo = parcel.sender().replyTo();
        if (replyTo != null) {
            mime.setReplyTo(replyTo);
        }
        for (var header : parcel.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.saveChanges();
        return message;
    }

    private static jakarta.mail.internet.MimeMultipart alternative(Parcel.Words words) throws MessagingException {
        var text = new jakarta.mail.internet.MimeBodyPart();
        text.setText(words.text(), StandardCharsets.UTF_8.name(), "plain");
        var html = new jakarta.mail.internet.MimeBodyPart();
        html.setText(words.html(), StandardCharsets.UTF_8.name(), "html");
        return new jakarta.mail.internet.MimeMultipart("alternative", text, html);
    }

    /** Of everything that went wrong, the first answer that the server gave; 0 where it gave none. */
    private static int code(Exception failure) {
        Exception one = failure;
        while (one instanceof MessagingException told) {
            int code = switch (told) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (code >= 400) {
                return code;
            }
            one = told.getNextException();
        }
        return 0;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What was handed over is with the server; there is nothing more to say on this line.
        }
    }

    /** Keeps the id that it was given, so that a message that leaves twice is known to be one. */
    private static final class Named extends SMTPMessage {

        private final String id;
        private final @Nullable Seal seal;

        Named(Session session, String id, @Nullable Seal seal) {
            super(session);
            this.id = id;
            this.seal = seal;
        }

        /** What is sealed is what the server gets, to the last line end. */
        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            if (seal == null) {
                super.writeTo(out, ignored);
                return;
            }
            var bytes = new ByteArrayOutputStream();
            super.writeTo(new CRLFOutputStream(bytes), ignored);
            out.write(seal.over(bytes.toByteArray()).getBytes(StandardCharsets.US_ASCII));
            bytes.writeTo(out);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }

        @Override
        public jakarta.mail.Address[] getAllRecipients() throws MessagingException {
            return getRecipients(Message.RecipientType.TO);
        }
    }
}
