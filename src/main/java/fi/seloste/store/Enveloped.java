package fi.seloste.store;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;

/**
 * The body of a letter that carries a file. An invitation for a calendar stands twice: beside the text, where Outlook and Gmail look for it with its
 * method, and as a file, which every other program can open.
 */
final class Enveloped {

    private Enveloped() {}

    static MimeMultipart of(String body, Letter.Attachment file) throws MessagingException {
        var words = new MimeBodyPart();
        words.setText(body, StandardCharsets.UTF_8.name(), "plain");
        if (!file.isForCalendar()) {
            return new MimeMultipart("mixed", words, attached(file, file.type()));
        }
        var shown = new MimeBodyPart();
        shown.setDataHandler(content(file, file.type()));
        var both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", words, shown));
        return new MimeMultipart("mixed", both, attached(file, "application/ics"));
    }

    private static MimeBodyPart attached(Letter.Attachment file, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(content(file, type));
        part.setFileName(file.name());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    private static DataHandler content(Letter.Attachment file, String type) {
        var bytes = file.text().getBytes(StandardCharsets.UTF_8);
        return new DataHandler(new ByteArrayDataSource(bytes, type + "; charset=UTF-8"));
    }
}
