package fi.seloste.senders;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a message say together: a bounce (RFC 3464, RFC 6533), wherever in it a gateway or a list laid it, a complaint (RFC 5965), or what a program
 * tells in words. The message that came back is never looked into for any of it.
 */
final class Report {

    private static final Session SESSION = Session.getInstance(new Properties());
    /** Whom the report itself came to; an alias on the way keeps it in one of these. */
    private static final String[] TO = {"To", "Delivered-To", "X-Original-To", "Envelope-To"};
    /** By which vacation programs say what they are, where they do not say it as RFC 3834 does. */
    private static final String[] AWAY = {"X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Vacation"};

    private static final Pattern FIELDS = Pattern.compile("(?is)\\A\\s*Reporting-MTA:.*Final-Recipient:.*");

    private static final int PARTS = 20;
    private static final int DEPTH = 5;
    private static final int RECIPIENTS = 20;
    private static final int TEXT = 64 * 1024;

    private Return.@Nullable Kind kind;
    private String status = "";
    private final List<String> addressees = new ArrayList<>();
    private final List<String> traces = new ArrayList<>();
    private String words = "";
    /** Something in it was meant for machines to read: then its words say nothing more. */
    private boolean formal;

    private int seen;

    private Report() {}

    static Report of(MimeMessage message) throws MessagingException, IOException {
        var report = new Report();
        report.message(message, 0);
        if (!report.formal) {
            report.plain(message);
        }
        return report;
    }

    Return.@Nullable Kind kind() {
        return kind;
    }

    String status() {
        return status;
    }

    List<String> addressees() {
        return addressees;
    }

    List<String> traces() {
        return traces;
    }

    private void message(MimeMessage message, int depth) throws MessagingException, IOException {
        for (var name : TO) {
            addressees.addAll(values(message.getHeader(name)));
        }
        part(message, "", depth);
    }

    private void part(Part part, String type, int depth) throws MessagingException, IOException {
        if (++seen > PARTS || depth > DEPTH) {
            return;
        }
        if (!part.isMimeType("multipart/*")) {
            take(part, type, depth);
            return;
        }
        var said = part.isMimeType("multipart/report") ? type(part) : type;
        formal |= said.equals("disposition-notification");
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < Math.min(parts.getCount(), PARTS); i++) {
                BodyPart one = parts.getBodyPart(i);
                part(one, said, depth + 1);
            }
        }
    }

    private static String type(Part part) throws MessagingException {
        var said = new ContentType(part.getContentType()).getParameter("report-type");
        return said == null ? "" : said.toLowerCase(Locale.ROOT);
    }

    /** Outside a report, or in one that does not say of what, a delivery's status is one all the same; a complaint is not. */
    private void take(Part part, String type, int depth) throws MessagingException, IOException {
        boolean delivery = type.isEmpty() || type.equals("delivery-status");
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            formal = true;
            if (delivery) {
                delivery(new DeliveryStatus(content(part)));
            }
        } else if (type.equals("feedback-report") && part.isMimeType("message/feedback-report")) {
            formal = true;
            feedback(new InternetHeaders(content(part)));
        } else if (part.isMimeType("message/rfc822") || part.isMimeType("message/global")) {
            returned(part, depth);
        } else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/global-headers")) {
            returned(new InternetHeaders(content(part)));
        } else if (part.isMimeType("text/*")) {
            text(part, delivery);
        }
    }

    /** A report that was sent on as a file is read as if it had come by itself; anything else is what came back. */
    private void returned(Part part, int depth) throws MessagingException, IOException {
        var bytes = content(part).readNBytes(256 * 1024);
        var inner = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
        if (!formal && inner.isMimeType("multipart/report")) {
            message(inner, depth + 1);
        } else {
            returned(new InternetHeaders(new ByteArrayInputStream(bytes)));
        }
    }

    private void returned(InternetHeaders head) {
        traces.add(said(head, ReturnToken.HEADER));
        traces.add(said(head, "Return-Path"));
    }

    /** Some servers lay the fields for machines into a text. */
    private void text(Part part, boolean delivery) throws MessagingException, IOException {
        var text = words(part);
        if (delivery && FIELDS.matcher(text).matches()) {
            formal = true;
            delivery(new DeliveryStatus(new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.UTF_8))));
        } else if (words.isBlank()) {
            words = text;
        }
    }

    private void delivery(DeliveryStatus told) throws MessagingException {
        for (int i = 0; i < Math.min(told.getRecipientDSNCount(), RECIPIENTS); i++) {
            var one = told.getRecipientDSN(i);
            if (!"failed".equalsIgnoreCase(said(one, "Action"))) {
                continue; // delayed, delivered, relayed and expanded are no failures
            }
            var words = said(one, "Diagnostic-Code");
            var found = Status.kind(said(one, "Status"), words);
            if (kind != Return.Kind.HARD) {
                kind = found;
                status = Status.code(said(one, "Status"), words);
            }
        }
    }

    /** A message in a message may not be encoded (RFC 2046), so the library does not decode it; gateways encode it all the same. */
    private static InputStream content(Part part) throws MessagingException, IOException {
        var said = part.getHeader("Content-Transfer-Encoding");
        var encoding = said == null ? "" : said[0].strip().toLowerCase(Locale.ROOT);
        return part.isMimeType("message/*") && (encoding.equals("base64") || encoding.equals("quoted-printable"))
                ? MimeUtility.decode(part.getInputStream(), encoding)
                : part.getInputStream();
    }

    private void feedback(InternetHeaders told) {
        var type = said(told, "Feedback-Type").toLowerCase(Locale.ROOT);
        if (type.equals("abuse") || type.equals("fraud") || type.equals("opt-out")) {
            kind = Return.Kind.COMPLAINT;
            status = type;
        }
        traces.add(said(told, "Original-Mail-From"));
    }

    private void plain(MimeMessage message) throws MessagingException {
        var subject = message.getSubject();
        var head = new PlainBounce.Head(
                from(message),
                subject == null ? "" : subject,
                first(message, "Auto-Submitted"),
                !first(message, "X-Failed-Recipients").isEmpty(),
                first(message, "Precedence").equalsIgnoreCase("auto_reply")
                        || Arrays.stream(AWAY).anyMatch(name -> isSaid(message, name)));
        PlainBounce.read(head, words).ifPresent(told -> {
            kind = told.kind();
            status = told.status();
        });
        traces.addAll(PlainBounce.traces(words));
    }

    private static boolean isSaid(MimeMessage message, String name) {
        try {
            return message.getHeader(name) != null;
        } catch (MessagingException e) {
            return false;
        }
    }

    /** Who wrote it; of nobody, whom the empty return path means, the program that has no name. */
    private static String from(MimeMessage message) throws MessagingException {
        var said = first(message, "From");
        var parsed = said.isEmpty() ? new InternetAddress[0] : InternetAddress.parseHeader(said, false);
        var address = parsed.length == 0 || parsed[0].getAddress() == null ? "" : parsed[0].getAddress();
        return address.isEmpty() && first(message, "Return-Path").equals("<>") ? "mailer-daemon" : address;
    }

    private static String words(Part part) throws MessagingException, IOException {
        var text = new String(part.getInputStream().readNBytes(TEXT), charset(part));
        return part.isMimeType("text/html") ? Jsoup.parse(text).wholeText() : text;
    }

    private static Charset charset(Part part) {
        try {
            var said = new ContentType(part.getContentType()).getParameter("charset");
            return said == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(said));
        } catch (MessagingException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8; // codes are ASCII in all that are left
        }
    }

    private static String first(MimeMessage message, String name) throws MessagingException {
        return values(message.getHeader(name)).stream().findFirst().orElse("").strip();
    }

    private static String said(InternetHeaders headers, String name) {
        return values(headers.getHeader(name)).stream().findFirst().orElse("").strip();
    }

    private static List<String> values(String @Nullable [] values) {
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .limit(5)
                        .map(one -> one.length() > 2_000 ? one.substring(0, 2_000) : one)
                        .toList();
    }
}
