package fi.seloste.senders;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes back by mail: bounces (RFC 3464) and complaints (RFC 5965). An automatic answer, an out of office or a bounce of a bounce comes to the
 * same address and means nothing; it is recognised as ours and left at that (RFC 3834).
 */
final class ReturnReading {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern TAGGED = Pattern.compile("[+]([a-zA-Z2-7]{" + ReturnToken.LENGTH + "})@");
    private static final Pattern BARE =
            Pattern.compile("(?<![a-zA-Z0-9])([a-zA-Z2-7]{" + ReturnToken.LENGTH + "})(?![a-zA-Z0-9])");
    /** Whom the report itself came to; an alias on the way keeps it in one of these. */
    private static final String[] TO = {"To", "Delivered-To", "X-Original-To", "Envelope-To"};

    private static final int PARTS = 10;
    private static final int RECIPIENTS = 20;

    private final ReturnToken tokens;

    ReturnReading(ReturnToken tokens) {
        this.tokens = tokens;
    }

    /** Which of our messages it is about, and what it says of it; without a kind nothing follows from it. */
    record Read(UUID message, Return.@Nullable Kind kind, String status) {}

    /** Nothing where it is about no message of ours. */
    Optional<Read> read(byte[] raw) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            var report = Report.of(message);
            var about = about(message, report);
            return about.map(id -> new Read(id, report.kind, report.status));
        } catch (MessagingException | IOException | RuntimeException e) {
            return Optional.empty(); // whatever it is, it is no report
        }
    }

    private Optional<UUID> about(MimeMessage message, Report report) throws MessagingException {
        for (var name : TO) {
            for (var value : values(message.getHeader(name))) {
                var found = find(TAGGED, value);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return report.traces.stream()
                .flatMap(trace -> find(BARE, trace).stream())
                .findFirst();
    }

    private Optional<UUID> find(Pattern pattern, String text) {
        var token = pattern.matcher(text);
        return token.find() ? tokens.message(token.group(1)) : Optional.empty();
    }

    private static List<String> values(String @Nullable [] values) {
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .limit(5)
                        .map(one -> one.length() > 2_000 ? one.substring(0, 2_000) : one)
                        .toList();
    }

    /** What the parts of a report say together. */
    private static final class Report {

        private Return.@Nullable Kind kind;
        private String status = "";
        private final List<String> traces = new ArrayList<>();

        static Report of(MimeMessage message) throws MessagingException, IOException {
            var report = new Report();
            if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
                return report;
            }
            var type = String.valueOf(new ContentType(message.getContentType()).getParameter("report-type"))
                    .toLowerCase(Locale.ROOT);
            for (int i = 0; i < Math.min(parts.getCount(), PARTS); i++) {
                report.take(parts.getBodyPart(i), type);
            }
            return report;
        }

        private void take(BodyPart part, String type) throws MessagingException, IOException {
            if (type.equals("delivery-status") && part.isMimeType("message/delivery-status")) {
                delivery(new DeliveryStatus(part.getInputStream()));
            } else if (type.equals("feedback-report") && part.isMimeType("message/feedback-report")) {
                feedback(new InternetHeaders(part.getInputStream()));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                returned(new InternetHeaders(part.getInputStream()));
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

        private void feedback(InternetHeaders told) {
            var type = said(told, "Feedback-Type").toLowerCase(Locale.ROOT);
            if (type.equals("abuse") || type.equals("fraud") || type.equals("opt-out")) {
                kind = Return.Kind.COMPLAINT;
                status = type;
            }
            traces.add(said(told, "Original-Mail-From"));
        }

        /** A message that itself came back, or was written by a machine, is not one of ours. */
        private void returned(InternetHeaders head) {
            traces.add(said(head, ReturnToken.HEADER));
            traces.add(said(head, "Return-Path"));
        }

        private static String said(InternetHeaders headers, String name) {
            return values(headers.getHeader(name)).stream()
                    .findFirst()
                    .orElse("")
                    .strip();
        }
    }
}
