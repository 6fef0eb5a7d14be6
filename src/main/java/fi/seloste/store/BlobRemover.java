package fi.seloste.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes the files whose rows are gone. One that cannot be removed now stays asked for, and is tried again. */
@Component
class BlobRemover implements Recurring {

    private final Blobs blobs;
    private final Purposes purposes;
    private final JdbcClient jdbc;

    BlobRemover(Blobs blobs, Purposes purposes, JdbcClient jdbc) {
        this.blobs = blobs;
        this.purposes = purposes;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "remove-files";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** The file goes before its row here: killed between the two, it is asked for once more, and not there. */
    @Override
    public void run() {
        for (var id : purposes.as(Purpose.TECHNICAL, this::asked)) {
            remove(blobs.file(id));
            purposes.as(Purpose.TECHNICAL, () -> done(id));
        }
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a removed blob could not be deleted", e);
        }
    }

    private List<UUID> asked() {
        return jdbc.sql("select blob_id from store.blob_removal order by blob_id limit 1000")
                .query(UUID.class)
                .list();
    }

    private int done(UUID id) {
        return jdbc.sql("delete from store.blob_removal where blob_id = :id")
                .param("id", id)
                .update();
    }
}
