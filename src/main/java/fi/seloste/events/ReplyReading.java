package fi.seloste.events;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/** Finds the answer of a calendar program in a message. Whatever is in one that it does not understand, is none. */
final class ReplyReading {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String[] TO = {"To", "Delivered-To", "X-Original-To", "Envelope-To"};
    private static final Pattern UID = Pattern.compile("(?i)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@.*");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX");
    private static final int PARTS = 20;
    private static final int DEPTH = 4;
    private static final int MOST = 64 * 1024;
    private static final int WORDS = 500;

    private final List<String> calendars = new ArrayList<>();
    private String text = "";
    private int seen;

    private ReplyReading() {}

    static Optional<CalendarReply> read(byte[] raw) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            var reading = new ReplyReading();
            reading.part(message, 0);
            return reading.calendars.size() == 1 ? reading.reply(message) : Optional.empty();
        } catch (MessagingException | IOException | ParserException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The answer stands in the message and often hangs on it as a file too: the same twice is one. */
    private void part(Part part, int depth) throws MessagingException, IOException {
        if (++seen > PARTS || depth > DEPTH) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < Math.min(parts.getCount(), PARTS); i++) {
                BodyPart one = parts.getBodyPart(i);
                part(one, depth + 1);
            }
        } else if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
            var calendar = words(part).strip();
            if (!calendars.contains(calendar)) {
                calendars.add(calendar);
            }
        } else if (part.isMimeType("text/plain") && text.isEmpty()) {
            text = words(part);
        }
    }

    private static String words(Part part) throws MessagingException, IOException {
        return new String(part.getInputStream().readNBytes(MOST), StandardCharsets.UTF_8);
    }

    private Optional<CalendarReply> reply(MimeMessage message) throws MessagingException, IOException, ParserException {
        var fields = new CalendarFields();
        new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(calendars.getFirst()), true), fields);
        var uid = UID.matcher(fields.first("UID"));
        var answer = CalendarReply.Answer.of(fields.answer());
        if (!fields.first("METHOD").equalsIgnoreCase("REPLY") || !uid.matches() || answer.isEmpty()) {
            return Optional.empty();
        }
        var addresses = new ArrayList<String>();
        for (var name : TO) {
            var values = message.getHeader(name);
            if (values != null) {
                addresses.addAll(Arrays.asList(values).subList(0, Math.min(values.length, 5)));
            }
        }
        addresses.add(fields.first("ORGANIZER"));
        return Optional.of(new CalendarReply(
                UUID.fromString(uid.group(1)),
                fields.first("ATTENDEE").replaceFirst("(?i)^mailto:", ""),
                answer.get(),
                new CalendarReply.Version(number(fields.first("SEQUENCE")), moment(fields.first("DTSTAMP"))),
                words(fields),
                addresses));
    }

    /** What the guest wrote beside the answer. A text that says again what the event is called is the program's own. */
    private String words(CalendarFields fields) {
        var said = fields.comment().isBlank() && !repeats(text, fields.first("SUMMARY")) ? text : fields.comment();
        var clean = said.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return clean.length() > WORDS ? clean.substring(0, clean.offsetByCodePoints(0, WORDS / 2)) + "…" : clean;
    }

    private static boolean repeats(String text, String name) {
        return !name.isBlank() && squeezed(text).contains(squeezed(name));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\\\]+", "");
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return LocalDateTime.parse(text, STAMP).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
