package fi.seloste.backup;

import fi.seloste.installation.Trouble;
import fi.seloste.store.Migrations;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A newer Seloste changes the schema at its first start. Before that it keeps what was, so that there is a way back. */
public final class Upgrade {

    static final String BEFORE = "before-";

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("'-on-'yyyy-MM-dd-HHmmss");

    private final Source source;
    private final Clock clock;

    public Upgrade(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Nothing to do on an empty database or on one that is of our own version. */
    public void backUpFirst(PrintStream out) {
        var migrations = Migrations.of(source.address());
        var pending = migrations.pending();
        if (migrations.applied().isEmpty() || pending.isEmpty()) {
            return;
        }
        var file = source.folder().backups().resolve(name(pending.getLast()));
        out.println("This Seloste is newer than the database. Backing up first, to " + file);
        try {
            new Backup(source, clock).write(file, Terminal.of(out));
        } catch (Trouble e) {
            throw new Trouble("Seloste does not upgrade without a backup. " + e.getMessage(), e);
        }
    }

    private String name(String version) {
        return BEFORE + version + DAY_AND_TIME.format(clock.instant().atZone(ZoneOffset.UTC)) + ".zip";
    }
}
