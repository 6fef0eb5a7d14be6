package fi.seloste.mailbox;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages in the database, and the marks of what was taken. */
@Component
class Messages {

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where this was taken before. */
    boolean mark(byte[] print, Instant at) {
        return jdbc.sql("insert into mailbox.mark (print, taken_at) values (:print, :at) on conflict do nothing")
                        .param("print", print)
                        .param("at", Sql.at(at))
                        .update()
                > 0;
    }

    /** Which of these are marked. */
    List<byte[]> marked(List<byte[]> prints) {
        return jdbc.sql("select print from mailbox.mark where print = any(:prints::bytea[])")
                .param("prints", prints.toArray(byte[][]::new))
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    void forgetMarks(Instant before) {
        jdbc.sql("delete from mailbox.mark where taken_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    void add(UUID id, String box, ReadMessage read, Instant takenAt) {
        jdbc.sql("""
                        insert into mailbox.message
                               (message_id, box, nature, sender, sender_name, subject, words, doubts, header_id, refers_to, bytes, written_at,
                                arrived_at, taken_at)
                        values (:id, :box, :nature, :sender, :name, :subject, :words, :doubts, :header, :refers, :bytes, :written, :arrived,
                                :taken)""")
                .param("id", id)
                .param("box", box)
                .param("nature", read.nature().code())
                .param("sender", read.sender().address())
                .param("name", read.sender().name())
                .param("subject", read.content().subject())
                .param("words", read.content().words())
                .param("doubts", codes(read.doubts()))
                .param("header", read.trail().headerId())
                .param("refers", Sql.array(read.trail().refersTo()))
                .param("bytes", read.content().bytes())
                .param("written", Sql.at(read.trail().writtenAt()))
                .param("arrived", Sql.at(read.trail().arrivedAt()))
                .param("taken", Sql.at(takenAt))
                .update();
    }

    /** What came to light only while its files were kept. */
    void doubt(UUID id, Set<Doubt> doubts) {
        jdbc.sql("update mailbox.message set doubts = :doubts where message_id = :id")
                .param("doubts", codes(doubts))
                .param("id", id)
                .update();
    }

    void attach(UUID message, UUID blob, String name, Kind kind) {
        jdbc.sql("""
                        insert into mailbox.attachment (attachment_id, message_id, blob_id, name, media_type, bytes)
                        values (:id, :message, :blob, :name, :type, :bytes)""")
                .param("id", Ids.next())
                .param("message", message)
                .param("blob", blob)
                .param("name", name)
                .param("type", kind.mediaType())
                .param("bytes", kind.bytes())
                .update();
    }

    record Kind(String mediaType, long bytes) {}

    Optional<Message> find(UUID id) {
        return jdbc.sql("""
                        select message_id, person_id, nature, sender, sender_name, subject, words, doubts, header_id, refers_to, bytes,
                               written_at, arrived_at
                          from mailbox.message
                         where message_id = :id""").param("id", id).query((row, n) -> message(row)).optional();
    }

    List<Message> ofAll(List<UUID> ids) {
        return jdbc.sql("""
                        select message_id, person_id, nature, sender, sender_name, subject, left(words, 300) as words, doubts, header_id,
                               refers_to, bytes, written_at, arrived_at
                          from mailbox.message
                         where message_id = any(:ids::uuid[])""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> message(row))
                .list();
    }

    /** Messages with one of these Message-IDs. */
    List<UUID> named(List<String> headerIds) {
        return jdbc.sql("select message_id from mailbox.message where header_id = any(:ids::text[])")
                .param("ids", Sql.array(headerIds))
                .query(UUID.class)
                .list();
    }

    String boxOf(UUID id) {
        return jdbc.sql("select box from mailbox.message where message_id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    List<Message.Attachment> attachments(UUID message) {
        return jdbc.sql("""
                        select attachment_id as id, blob_id as blob, name, media_type, bytes
                          from mailbox.attachment
                         where message_id = :id
                         order by attachment_id""")
                .param("id", message)
                .query(Message.Attachment.class)
                .list();
    }

    void belongsTo(UUID message, PersonId person) {
        jdbc.sql("update mailbox.message set person_id = :person where message_id = :id")
                .param("person", person.value())
                .param("id", message)
                .update();
        jdbc.sql("""
                        update store.blob
                           set person_id = :person
                         where blob_id in (select blob_id from mailbox.attachment where message_id = :id)""").param("person", person.value()).param("id", message).update();
    }

    private static Message message(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return new Message(
                row.getObject("message_id", UUID.class),
                Nature.of(row.getString("nature")),
                new Message.Sender(row.getString("sender"), row.getString("sender_name")),
                new Message.Content(
                        row.getString("subject"),
                        row.getString("words"),
                        strings(row.getArray("doubts")).stream().map(Doubt::of).collect(Collectors.toSet()),
                        row.getLong("bytes")),
                new Message.Trail(
                        row.getString("header_id"),
                        strings(row.getArray("refers_to")),
                        instant(row, "written_at"),
                        row.getTimestamp("arrived_at").toInstant()),
                person == null ? null : new PersonId(person));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static String[] codes(Set<Doubt> doubts) {
        return doubts.stream().sorted().map(Doubt::code).toArray(String[]::new);
    }
}
