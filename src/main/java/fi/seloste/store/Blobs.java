package fi.seloste.store;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.installation.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files: one under a name of its own for each upload, its row in the data map. The file is written before the row commits, so a row
 * never points at nothing; a file without a row is removed by {@link BlobSweep}.
 */
@Component
public class Blobs {

    private final Path folder;
    private final JdbcClient jdbc;
    private final Clock clock;

    Blobs(DataFolder data, JdbcClient jdbc, Clock clock) {
        this.folder = data.blobs();
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a file is called and whose it is. */
    public record Label(
            String name, String mediaType, @Nullable PersonId person) {}

    public UUID keep(Label label, InputStream content) {
        var id = Ids.next();
        var file = file(id);
        try {
            Files.createDirectories(file.getParent());
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(content, digest);
                    OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            insert(id, label, Files.size(file), digest.digest());
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be kept in " + folder, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the file, if its row is visible to the running purpose. */
    public InputStream open(UUID id) {
        var known = jdbc.sql("select blob_id from store.blob where blob_id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
        if (known.isEmpty()) {
            throw Problem.notFound("file");
        }
        try {
            return Files.newInputStream(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the file of a blob lies; for the sweep and the backup. */
    public Path file(UUID id) {
        return in(folder, id);
    }

    /** Where it lies below a folder of blobs; for who comes before the house stands. */
    public static Path in(Path folder, UUID id) {
        return folder.resolve(id.toString().substring(34)).resolve(id.toString());
    }

    /** The files that were there before a moment, whether or not a row knows them. */
    List<Path> filesBefore(Instant moment) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().lastModified() < moment.toEpochMilli())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(UUID id, Label label, long bytes, byte[] sha256) {
        jdbc.sql("""
                        insert into store.blob (blob_id, person_id, name, media_type, bytes, sha256, created_at)
                        values (:id, :person, :name, :mediaType, :bytes, :sha256, :now)""")
                .param("id", id)
                .param("person", label.person() == null ? null : label.person().value())
                .param("name", label.name())
                .param("mediaType", label.mediaType())
                .param("bytes", bytes)
                .param("sha256", sha256)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
