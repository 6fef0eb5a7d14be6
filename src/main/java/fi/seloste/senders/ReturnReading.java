package fi.seloste.senders;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes back by mail, and says which of our messages it is about by the token in it. An automatic answer, an out of office or a bounce of a bounce
 * comes to the same address and means nothing; it is recognised as ours and left at that (RFC 3834).
 */
final class ReturnReading {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern TAGGED = Pattern.compile("[+]([a-zA-Z2-7]{" + ReturnToken.LENGTH + "})@");
    private static final Pattern BARE =
            Pattern.compile("(?<![a-zA-Z0-9])([a-zA-Z2-7]{" + ReturnToken.LENGTH + "})(?![a-zA-Z0-9])");
    private final ReturnToken tokens;

    ReturnReading(ReturnToken tokens) {
        this.tokens = tokens;
    }

    /** Which of our messages it is about, and what it says of it; without a kind nothing follows from it. */
    record Read(UUID message, Return.@Nullable Kind kind, String status) {}

    /** Nothing where it is about no message of ours. */
    Optional<Read> read(byte[] raw) {
        try {
            var report = Report.of(new MimeMessage(SESSION, new ByteArrayInputStream(raw)));
            return about(report).map(id -> new Read(id, report.kind(), report.status()));
        } catch (MessagingException | IOException | RuntimeException e) {
            return Optional.empty(); // whatever it is, it is no report
        }
    }

    private Optional<UUID> about(Report report) {
        return Stream.concat(
                        report.addressees().stream().flatMap(one -> find(TAGGED, one).stream()),
                        report.traces().stream().flatMap(one -> find(BARE, one).stream()))
                .findFirst();
    }

    private Optional<UUID> find(Pattern pattern, String text) {
        var token = pattern.matcher(text);
        return token.find() ? tokens.message(token.group(1)) : Optional.empty();
    }
}
