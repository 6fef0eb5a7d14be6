package fi.seloste.store;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Takes a queued letter to the mail server. Where none is set the letter stays in the outbox, to be read there. */
@Component
class Postman implements Job {

    static final String JOB = "letter";

    /** RFC 8314, 3.3: at this port TLS begins with the first byte. */
    private static final int AT_ONCE_ENCRYPTED = 465;

    private final JdbcClient jdbc;
    private final Purposes purposes;
    private final LiveSettings live;
    private final Clock clock;

    Postman(JdbcClient jdbc, Purposes purposes, LiveSettings live, Clock clock) {
        this.jdbc = jdbc;
        this.purposes = purposes;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    /** The mail server is asked outside any transaction: a slow one must not hold a connection to the database. */
    @Override
    public void run(String instance) {
        var id = UUID.fromString(instance);
        var letter = purposes.as(Purpose.TECHNICAL, () -> waiting(id));
        var settings = live.now();
        if (letter == null || settings.text(Setting.MAIL_HOST) == null) {
            return;
        }
        try {
            deliver(letter, settings);
            purposes.as(Purpose.TECHNICAL, () -> mark(id, null));
        } catch (Exception e) {
            purposes.as(Purpose.TECHNICAL, () -> mark(id, e.getClass().getSimpleName()));
            throw new IllegalStateException("Letter " + id + " was not taken by the mail server");
        }
    }

    private @Nullable Waiting waiting(UUID id) {
        return jdbc.sql("""
                        select letter_id, recipient, subject, body, file_name, file_type, file_text
                          from store.letter
                         where letter_id = :id and sent_at is null""").param("id", id).query(Waiting.class).optional().orElse(null);
    }

    private int mark(UUID id, @Nullable String error) {
        return jdbc.sql("""
                        update store.letter
                           set sent_at = case when cast(:error as text) is null then cast(:now as timestamptz) end,
                               error = :error,
                               attempts = attempts + 1
                         where letter_id = :id""")
                .param("id", id)
                .param("error", error)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private static void deliver(Waiting letter, Settings settings) throws Exception {
        var sender = sender(settings);
        var from = Objects.requireNonNullElse(settings.text(Setting.MAIL_FROM), "seloste@localhost");
        MimeMessage message = sender.createMimeMessage();
        var mime = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        mime.setTo(letter.recipient());
        mime.setFrom(from);
        mime.setSubject(letter.subject());
        var file = letter.file();
        if (file == null) {
            mime.setText(letter.body());
        } else {
            message.setContent(Enveloped.of(letter.body(), file));
        }
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's machine answers it
        message.setHeader("Message-ID", Letter.headerId(letter.letterId(), from));
        sender.send(message);
    }

    private static JavaMailSenderImpl sender(Settings settings) {
        var host = Objects.requireNonNull(settings.text(Setting.MAIL_HOST));
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(settings.mailPort());
        var user = settings.text(Setting.MAIL_USER);
        if (user != null) {
            sender.setUsername(user);
            sender.setPassword(settings.text(Setting.MAIL_PASSWORD));
        }
        sender.setJavaMailProperties(properties(host, settings.mailPort(), user, settings));
        return sender;
    }

    static Properties properties(String host, int port, @Nullable String user, Settings settings) {
        var properties = MailEncryption.of("smtp", host, settings);
        if (port == AT_ONCE_ENCRYPTED) {
            properties.setProperty("mail.smtp.ssl.enable", "true");
            properties.setProperty("mail.smtp.starttls.enable", "false");
            properties.setProperty("mail.smtp.starttls.required", "false");
        }
        properties.setProperty("mail.smtp.auth", String.valueOf(user != null));
        properties.setProperty("mail.smtp.connectiontimeout", "10000");
        properties.setProperty("mail.smtp.timeout", "30000");
        properties.setProperty("mail.smtp.writetimeout", "30000");
        return properties;
    }

    record Waiting(
            UUID letterId,
            String recipient,
            String subject,
            String body,
            @Nullable String fileName,
            @Nullable String fileType,
            @Nullable String fileText) {

        Letter.@Nullable Attachment file() {
            return fileName == null || fileType == null || fileText == null
                    ? null
                    : new Letter.Attachment(fileName, fileType, fileText);
        }
    }
}
