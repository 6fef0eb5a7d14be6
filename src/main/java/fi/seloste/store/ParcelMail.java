package fi.seloste.store;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** A parcel as the bytes of a mail (RFC 5322, 2045): the same words as plain text and as HTML. Its headers are written by the library. */
final class ParcelMail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32_000);

    private ParcelMail() {}

    static byte[] of(Parcel parcel, String from, String date) throws UnsupportedEncodingException {
        var mail = new ParcelMail();
        mail.headers(parcel, from, date);
        // Nothing that is encoded can hold these two letters together.
        var border = "=_" + parcel.id();
        mail.line("Content-Type: multipart/alternative;\r\n boundary=\"" + border + "\"");
        mail.line("");
        mail.part(border, "plain", parcel.words().text());
        mail.part(border, "html", parcel.words().html());
        mail.line("--" + border + "--");
        return mail.out.toByteArray();
    }

    private void headers(Parcel parcel, String from, String date) throws UnsupportedEncodingException {
        header("Date", date);
        header("From", new InternetAddress(from, parcel.sender().name(), UTF_8).toString());
        header("To", parcel.whom().address());
        var replyTo = parcel.sender().replyTo();
        if (replyTo != null) {
            header("Reply-To", replyTo);
        }
        header("Subject", MimeUtility.encodeText(parcel.words().subject(), UTF_8, null));
        header("Message-ID", Letter.headerId(parcel.id(), from));
        parcel.headers().forEach(this::header);
        header("MIME-Version", "1.0");
    }

    private void header(String name, String value) {
        line(name + ": " + MimeUtility.fold(name.length() + 2, value));
    }

    private void part(String border, String kind, String words) {
        line("--" + border);
        line("Content-Type: text/" + kind + "; charset=UTF-8");
        line("Content-Transfer-Encoding: quoted-printable");
        line("");
        out.writeBytes(QuotedPrintable.of(words));
        line("");
    }

    private void line(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write('\r');
        out.write('\n');
    }
}
