package fi.seloste.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a message, gone through once and no further than the limits: its words, and the files that hang on it. */
final class Parts {

    private final Set<Doubt> doubts;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<ReadMessage.Enclosed> enclosed = new ArrayList<>();
    private final List<String> returned = new ArrayList<>();
    private int seen;

    Parts(Set<Doubt> doubts) {
        this.doubts = doubts;
    }

    /** False where nothing could be made of the message as a whole. */
    boolean read(MimePart message) {
        try {
            part(message, 0, false);
        } catch (MessagingException | IOException | RuntimeException e) {
            doubts.add(seen > 1 || !plain.isEmpty() ? Doubt.DAMAGED : Doubt.UNREADABLE);
        }
        return !doubts.contains(Doubt.UNREADABLE);
    }

    /** The plain words, or where there are none those of the HTML. */
    String words() {
        var text = Clean.text(plain.toString());
        if (text.isEmpty() && !html.isEmpty()) {
            text = Clean.text(HtmlText.of(html.toString()));
        }
        if (text.length() > Limits.WORDS) {
            doubts.add(Doubt.CUT);
        }
        return Clean.shortened(text, Limits.WORDS);
    }

    List<ReadMessage.Enclosed> enclosed() {
        return enclosed;
    }

    /** In a bounce, the Message-IDs of what came back. */
    List<String> returned() {
        return returned;
    }

    private void part(MimePart part, int depth, boolean alternative) throws MessagingException, IOException {
        if (++seen > Limits.PARTS || depth > Limits.DEPTH) {
            doubts.add(Doubt.TOO_MANY_PARTS);
            return;
        }
        var type = type(part);
        if (type.match("multipart/*")) {
            several(part, type, depth);
        } else if (isText(type) && !isAttached(part)) {
            text(part, type, alternative);
        } else {
            if (type.match("message/rfc822") || type.match("text/rfc822-headers")) {
                returned(part);
            }
            if (type.match("application/pkcs7-mime")
                    || type.match("application/x-pkcs7-mime")
                    || type.match("application/pgp-encrypted")) {
                doubts.add(Doubt.ENCRYPTED);
            }
            file(part, type);
        }
    }

    private void several(MimePart part, ContentType type, int depth) throws MessagingException, IOException {
        var parts = new MimeMultipart(new MimePartDataSource(part));
        boolean alternative = type.match("multipart/alternative");
        int count = count(parts);
        for (int i = 0; i < count && seen <= Limits.PARTS; i++) {
            BodyPart one = parts.getBodyPart(i);
            if (one instanceof MimePart mime) {
                part(mime, depth + 1, alternative);
            }
        }
        if (count > 0 && seen > Limits.PARTS) {
            doubts.add(Doubt.TOO_MANY_PARTS);
        }
    }

    private int count(MimeMultipart parts) {
        try {
            return parts.getCount();
        } catch (MessagingException e) {
            doubts.add(Doubt.DAMAGED);
            return 0;
        }
    }

    private void text(MimePart part, ContentType type, boolean alternative) throws MessagingException {
        int most = type.match("text/html") ? Limits.HTML_BYTES : Limits.WORDS * 4;
        var words = Clean.decoded(bytes(part, most), type.getParameter("charset"));
        if (!type.match("text/html")) {
            plain.append(plain.isEmpty() ? "" : "\n\n").append(words);
        } else if (alternative || plain.isEmpty()) {
            html.append(words);
        } else {
            plain.append("\n\n").append(HtmlText.of(words));
        }
    }

    private void file(MimePart part, ContentType type) throws MessagingException {
        if (enclosed.size() == Limits.ATTACHMENTS) {
            doubts.add(Doubt.TOO_MANY_PARTS);
        } else if (!doubts.contains(Doubt.TOO_LARGE)) { // of what was cut off, no file is whole
            enclosed.add(new ReadMessage.Enclosed(name(part, type), () -> open(part)));
        }
    }

    private void returned(MimePart part) throws MessagingException {
        var head = new InternetHeaders(new ByteArrayInputStream(bytes(part, Limits.HEAD_BYTES)));
        var id = head.getHeader("Message-ID", null);
        if (id != null) {
            Letterhead.ids(id).findFirst().ifPresent(returned::add);
        }
    }

    private byte[] bytes(MimePart part, int most) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try (var in = open(part)) {
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0 && bytes.size() < most; read = in.read(buffer)) {
                bytes.write(buffer, 0, Math.min(read, most - bytes.size()));
            }
        } catch (IOException e) {
            doubts.add(Doubt.DAMAGED);
        }
        return bytes.toByteArray();
    }

    private InputStream open(MimePart part) {
        try {
            return new Lenient(part.getInputStream());
        } catch (MessagingException | IOException e) {
            doubts.add(Doubt.DAMAGED);
            return InputStream.nullInputStream();
        }
    }

    private static boolean isText(ContentType type) {
        return type.match("text/plain") || type.match("text/html") || type.match("text/enriched");
    }

    private static boolean isAttached(MimePart part) throws MessagingException {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (ParseException e) {
            return false;
        }
    }

    private static ContentType type(MimePart part) {
        try {
            var said = part.getContentType();
            return new ContentType(said == null ? "text/plain" : said);
        } catch (MessagingException e) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    private static String name(MimePart part, ContentType type) {
        var said = fileName(part);
        var name = Clean.line(said == null ? type.getParameter("name") : said, Limits.NAME)
                .replaceAll("[/\\\\:*?\"<>|]", "_")
                .replaceAll("^[. ]+", "");
        return name.isEmpty() ? "file." + extension(type) : name;
    }

    private static String extension(ContentType type) {
        return type.match("message/rfc822") ? "eml" : type.match("text/*") ? "txt" : "bin";
    }

    private static @Nullable String fileName(MimePart part) {
        try {
            var name = part.getFileName();
            return name == null ? null : MimeUtility.decodeText(name);
        } catch (MessagingException | IOException e) {
            return null;
        }
    }

    /** Ends where the encoding is broken, as if the part ended there. */
    private final class Lenient extends InputStream {

        private final InputStream in;

        Lenient(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException e) {
                doubts.add(Doubt.DAMAGED);
                return -1;
            }
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            try {
                return in.read(buffer, from, length);
            } catch (IOException e) {
                doubts.add(Doubt.DAMAGED);
                return -1;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
