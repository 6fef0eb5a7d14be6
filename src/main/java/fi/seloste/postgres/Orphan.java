package fi.seloste.postgres;

import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a killed predecessor may have left: a server still running, or a note of one whose id another process has now. */
final class Orphan {

    private static final int PATIENCE_SECONDS = 30;

    private Orphan() {}

    /** Called under our lock, so whatever runs in this folder has lost its master. */
    static void clear(Path data) {
        PidFile.of(data).filter(PidFile::processLives).ifPresent(left -> {
            if (left.isServerOf(data)) {
                stop(left);
            } else {
                forget(left);
            }
        });
    }

    private static void stop(PidFile left) {
        Launch.signal("INT", left.pid());
        if (!gone(left)) {
            Launch.signal("QUIT", left.pid());
            if (!gone(left)) {
                throw new Trouble("A PostgreSQL left over from an earlier run (process " + left.pid()
                        + ") does not stop. End it with kill -9 " + left.pid() + " and start again.");
            }
        }
    }

    private static boolean gone(PidFile left) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (left.processLives() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !left.processLives();
    }

    // PostgreSQL itself would take the other process for its predecessor and refuse.
    private static void forget(PidFile left) {
        try {
            Files.deleteIfExists(left.file());
        } catch (IOException e) {
            throw new Trouble("Cannot remove the stale " + left.file() + " (" + e.getMessage() + ").", e);
        }
    }
}
