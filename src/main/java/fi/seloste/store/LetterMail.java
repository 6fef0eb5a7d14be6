package fi.seloste.store;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A letter as the bytes of a mail, written by the library. It is the same mail each time it is tried. */
final class LetterMail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String headerId;

    private LetterMail(String headerId) {
        super((Session) null);
        this.headerId = headerId;
    }

    static byte[] of(Postman.Waiting letter, InternetAddress from, InternetAddress to, Date date)
            throws MessagingException {
        var mail = new LetterMail(Letter.headerId(letter.letterId(), from.getAddress()));
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, to);
        mail.setSubject(letter.subject(), UTF_8);
        mail.setSentDate(date);
        mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's machine answers it
        var file = letter.file();
        if (file == null) {
            mail.setText(letter.body(), UTF_8);
        } else {
            mail.setContent(Enveloped.of(letter.body(), file));
        }
        return mail.written();
    }

    /** The library would make up an id of its own at every writing. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", headerId);
    }

    private byte[] written() throws MessagingException {
        try (var out = new ByteArrayOutputStream(4_000)) {
            saveChanges();
            writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new MessagingException("a letter could not be written", e);
        }
    }
}
