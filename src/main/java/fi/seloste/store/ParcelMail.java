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

    /** What the mails of one sender in one second have alike. */
    static Headers head(Parcel.Sender sender, String from, String date) throws UnsupportedEncodingException {
        var head =
                Headers.NONE.and("Date", date).and("From", new InternetAddress(from, sender.name(), UTF_8).toString());
        var replyTo = sender.replyTo();
        return (replyTo == null ? head : head.and("Reply-To", replyTo)).and("MIME-Version", "1.0");
    }

    static byte[] of(Parcel parcel, Headers head, String from) throws UnsupportedEncodingException {
        var mail = new ParcelMail();
        mail.say(head.and("To", parcel.whom().address())
                .and("Subject", MimeUtility.encodeText(parcel.words().subject(), UTF_8, null))
                .and("Message-ID", Letter.headerId(parcel.id(), from))
                .toString());
        mail.say(parcel.headers().toString());
        // Nothing that is encoded can hold these two letters together.
        var border = "=_" + parcel.id();
        mail.say("Content-Type: multipart/alternative;\r\n boundary=\"" + border + "\"\r\n\r\n");
        mail.part(border, "plain", parcel.words().text());
        mail.part(border, "html", parcel.words().html());
        mail.say("--" + border + "--\r\n");
        return mail.out.toByteArray();
    }

    private void part(String border, String kind, Stencil.Filled words) {
        say("--" + border + "\r\nContent-Type: text/" + kind
                + "; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        words.writeTo(out);
        say("\r\n");
    }

    private void say(String lines) {
        out.writeBytes(lines.getBytes(StandardCharsets.UTF_8));
    }
}
