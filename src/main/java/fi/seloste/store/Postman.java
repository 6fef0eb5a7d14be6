package fi.seloste.store;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a queued letter to the mail server. Where none is set the letter stays in the outbox, to be read there. */
@Component
class Postman implements Job {

    static final String JOB = "letter";

    private final JdbcClient jdbc;
    private final Purposes purposes;
    private final LiveSettings live;
    private final KeptLines lines;
    private final Clock clock;

    Postman(JdbcClient jdbc, Purposes purposes, LiveSettings live, KeptLines lines, Clock clock) {
        this.jdbc = jdbc;
        this.purposes = purposes;
        this.live = live;
        this.lines = lines;
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
        var host = settings.text(Setting.MAIL_HOST);
        if (letter == null || host == null) {
            return;
        }
        var trouble = trouble(letter, host, settings);
        purposes.as(Purpose.TECHNICAL, () -> mark(id, trouble));
        if (trouble != null) {
            throw new IllegalStateException("Letter " + id + " was not taken by the mail server");
        }
    }

    /** Why it was not taken, without words of the server's, which may quote the letter; null where it was. */
    private @Nullable String trouble(Waiting letter, String host, Settings settings) {
        try {
            var handover = deliver(letter, host, settings);
            return switch (handover.outcome()) {
                case TAKEN -> null;
                case LATER, REFUSED -> "SMTP " + handover.code();
                case UNCERTAIN, HELD -> "SMTP";
            };
        } catch (Relay.Unreachable e) {
            return String.valueOf(e.getMessage());
        } catch (Exception e) {
            return e.getClass().getSimpleName();
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

    private Handover deliver(Waiting letter, String host, Settings settings) throws MessagingException {
        var from =
                new InternetAddress(Objects.requireNonNullElse(settings.text(Setting.MAIL_FROM), "seloste@localhost"));
        var to = new InternetAddress(letter.recipient());
        var mail = LetterMail.of(letter, from, to, Date.from(clock.instant()));
        return lines.carry(
                Relay.Server.ofTheHouse(host, settings),
                settings,
                line -> line.carry(from.getAddress(), to.getAddress(), mail));
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
