package fi.seloste.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes files that never got a row, because the transaction that kept them failed after the file was written. */
@Component
class BlobSweep implements Recurring {

    /** A younger file may still be on its way to a row. */
    private static final Duration ON_ITS_WAY = Duration.ofDays(1);

    private final Blobs blobs;
    private final BlobRemover remover;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Clock clock;

    BlobSweep(Blobs blobs, BlobRemover remover, Purposes purposes, JdbcClient jdbc, Clock clock) {
        this.blobs = blobs;
        this.remover = remover;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-files";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        var old = blobs.filesBefore(clock.instant().minus(ON_ITS_WAY));
        purposes.as(
                Purpose.OWNER, () -> old.stream().filter(file -> !isKnown(file)).forEach(remover::remove));
    }

    /** By its whole name: what a restore was writing when it was killed has another, and no row. */
    private boolean isKnown(Path file) {
        return jdbc.sql("select exists (select 1 from store.blob where blob_id::text = :name)")
                .param("name", file.getFileName().toString())
                .query(Boolean.class)
                .single();
    }
}
