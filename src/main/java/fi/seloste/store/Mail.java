package fi.seloste.store;

import fi.seloste.base.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outgoing mail. A letter is queued in the transaction that decides on it and leaves after its commit, so none is lost or sent in vain. */
@Component
public class Mail {

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Clock clock;

    Mail(JdbcClient jdbc, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Queues a letter in the running purpose. */
    public UUID send(Letter letter) {
        var id = Ids.next();
        var now = Sql.at(clock.instant());
        var file = letter.file();
        jdbc.sql("""
                        insert into store.letter
                               (letter_id, person_id, recipient, subject, body, kind, queued_at, next_at, file_name, file_type, file_text)
                        values (:id, :person, :recipient, :subject, :body, :kind, :now, :now, :fileName, :fileType, :fileText)""")
                .param("id", id)
                .param(
                        "person",
                        letter.person() == null ? null : letter.person().value())
                .param("recipient", letter.recipient())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("kind", letter.kind())
                .param("now", now)
                .param("fileName", file == null ? null : file.name())
                .param("fileType", file == null ? null : file.type())
                .param("fileText", file == null ? null : file.text())
                .update();
        jobs.later(Postman.JOB, id.toString());
        return id;
    }

    /** The newest letters, sent and waiting: the demo's outbox, and what tests read. */
    @As(Purpose.TECHNICAL)
    public List<Sent> newest(int limit) {
        return jdbc.sql("""
                        select letter_id, recipient, subject, body, kind, queued_at, sent_at, failed_at, error, file_name,
                               html is not null as drawn
                          from store.letter
                         order by letter_id desc
                         limit :limit""").param("limit", limit).query(Sent.class).list();
    }

    /** The file that a letter carries. */
    @As(Purpose.TECHNICAL)
    public Optional<Letter.Attachment> file(UUID letter) {
        return jdbc.sql("""
                        select file_name as name, file_type as type, file_text as text
                          from store.letter
                         where letter_id = :id and file_name is not null""").param("id", letter).query(Letter.Attachment.class).optional();
    }

    /** The same words as a mail program draws them, where the letter has them so. */
    @As(Purpose.TECHNICAL)
    public Optional<String> drawn(UUID letter) {
        return jdbc.sql("select html from store.letter where letter_id = :id and html is not null")
                .param("id", letter)
                .query(String.class)
                .optional();
    }

    /** A letter as it lies in the outbox; {@code drawn} where it is HTML too. */
    public record Sent(
            UUID letterId,
            String recipient,
            String subject,
            String body,
            String kind,
            java.time.Instant queuedAt,
            java.time.@Nullable Instant sentAt,
            java.time.@Nullable Instant failedAt,
            @Nullable String error,
            @Nullable String fileName,
            boolean drawn) {}
}
