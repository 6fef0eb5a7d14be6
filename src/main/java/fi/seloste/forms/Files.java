package fi.seloste.forms;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.mailbox.TypedByContent;
import fi.seloste.store.Blobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The SQL of the files that forms hand out: one a form, replaced by the next. They are published and nobody's data. */
@Component
class Files {

    private static final long LARGEST = 50L * 1024 * 1024;

    private final Blobs blobs;
    private final TypedByContent typed;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Clock clock;

    Files(Blobs blobs, TypedByContent typed, Purposes purposes, JdbcClient jdbc, Clock clock) {
        this.blobs = blobs;
        this.typed = typed;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Kept(UUID blobId, String name, String mediaType, long bytes) {}

    /** In the running purpose. */
    Optional<Kept> of(UUID form) {
        return jdbc.sql("select blob_id, name, media_type, bytes from forms.file where form_id = :form")
                .param("form", form)
                .query(Kept.class)
                .optional();
    }

    /** Its type is found in the file itself; the name is kept for whoever fetches it. */
    void keep(UUID form, MultipartFile sent, Actor actor) {
        if (sent.isEmpty()) {
            throw Problem.invalid("file", "forms.file.missing");
        }
        if (sent.getSize() > LARGEST) {
            throw Problem.invalid("file", "forms.file.tooLarge", LARGEST / 1024 / 1024);
        }
        try (var content = sent.getInputStream()) {
            keep(form, String.valueOf(sent.getOriginalFilename()), content, actor);
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be read", e);
        }
    }

    void keep(UUID form, String called, InputStream content, Actor actor) {
        var name = plain(called);
        var read = typed.of(content, name);
        purposes.as(Purpose.TECHNICAL, () -> {
            var blob = blobs.keep(new Blobs.Label(name, read.mediaType(), null), read.content());
            replace(
                    form,
                    new Kept(
                            blob,
                            name,
                            read.mediaType(),
                            blobs.file(blob).toFile().length()),
                    actor);
        });
    }

    private void replace(UUID form, Kept file, Actor actor) {
        remove(form);
        jdbc.sql("""
                        insert into forms.file (form_id, blob_id, name, media_type, bytes, added_at, added_by)
                        values (:form, :blob, :name, :type, :bytes, :now, :by::uuid)""")
                .param("form", form)
                .param("blob", file.blobId())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("bytes", file.bytes())
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.staff())
                .update();
    }

    /** With what lies under it. */
    private void remove(UUID form) {
        jdbc.sql("delete from forms.file where form_id = :form")
                .param("form", form)
                .update();
    }

    /** Of a draft that is removed. */
    void forget(UUID form) {
        purposes.apart(Purpose.TECHNICAL, () -> {
            remove(form);
            return true;
        });
    }

    /** The file is published: whoever holds a link to it may read it, and no row policy stands before it. */
    InputStream open(Kept file) {
        try {
            return java.nio.file.Files.newInputStream(blobs.file(file.blobId()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a form could not be read", e);
        }
    }

    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"]", "")
                .strip();
        return last.isEmpty() ? "file" : Length.NAME.checked("file", last);
    }
}
