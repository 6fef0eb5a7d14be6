package fi.seloste.store;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A connection to the mail server. What the server says about a message is told by its code, never by its words. */
final class SmtpLine implements Relay.Line {

    private final Session session;
    private final Transport transport;
    private final String from;

    private SmtpLine(Session session, Transport transport, String from) {
        this.session = session;
        this.transport = transport;
        this.from = from;
    }

    static SmtpLine open(Settings settings, String from) {
        var host = Objects.requireNonNull(settings.text(Setting.MAIL_HOST));
        var user = settings.text(Setting.MAIL_USER);
        var properties = Postman.properties(host, settings);
        properties.put("mail.smtp.quitwait", "false");
        var session = Session.getInstance(properties);
        try {
            var transport = session.getTransport("smtp");
            transport.connect(host, settings.mailPort(), user, settings.text(Setting.MAIL_PASSWORD));
            return new SmtpLine(session, transport, from);
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
        var message = new Named(session, Letter.headerId(parcel.id(), from));
        var mime = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_NO, StandardCharsets.UTF_8.name());
        mime.setFrom(new InternetAddress(from, parcel.sender().name(), StandardCharsets.UTF_8.name()));
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
    private static final class Named extends MimeMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
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
