package fi.seloste.backup;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Trouble;
import fi.seloste.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Our own database is restored beside the one that is there, which then goes by two renames. Whoever is killed on the way leaves the old one,
 * or, where there was none, a mark that no start passes over.
 */
public final class Swap {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path cluster;
    private final Path restoring;
    private final Path replaced;
    private final Path besides;
    private final Path mark;
    private final Path root;

    private Swap(Path root, Path cluster) {
        this.root = root;
        this.cluster = cluster;
        this.restoring = root.resolve("restoring");
        this.besides = restoring.resolve("settings");
        this.replaced = root.resolve("cluster.replaced");
        this.mark = root.resolve("restore.unfinished");
    }

    public static Swap in(DataFolder folder) {
        return new Swap(folder.root(), folder.cluster());
    }

    /** Before every start: what a killed restore left is taken back, or named where nothing is left to take back. */
    public void settle() {
        if (Files.exists(mark)) {
            throw new Trouble("A restore into " + mark.getParent()
                    + " was begun and not ended, and there was nothing before"
                    + " it, so Seloste does not start. Run 'seloste restore FILE' again, to its end, or delete " + mark
                    + " to begin with an empty register.");
        }
        if (takeBack()) {
            throw new Trouble(
                    "A restore into " + mark.getParent() + " was cut off at its very end, and has been ended"
                            + " now: the settings of the backup are in their place. Start Seloste again, so that it reads them.");
        }
    }

    /** The folder in which the new cluster is made. */
    public Path begin() {
        takeBack();
        if (!Files.exists(cluster)) {
            PrivateFile.write(mark, "A restore was begun here.\n");
        }
        return PrivateFile.folder(restoring).resolve("cluster");
    }

    /** The folder for what goes into the data folder together with the new cluster, unless it has its own. */
    public Path besides() {
        return PrivateFile.folder(besides);
    }

    /** The new cluster, written out and stopped, takes the place of the old one. */
    public void end() {
        try {
            var own = cluster.resolve("local.conf");
            if (Files.exists(own)) {
                Files.copy(own, restoring.resolve("cluster/local.conf"), StandardCopyOption.REPLACE_EXISTING);
            }
            if (Files.exists(cluster)) {
                Files.move(cluster, replaced, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(restoring.resolve("cluster"), cluster, StandardCopyOption.ATOMIC_MOVE);
            moveIn();
            Files.deleteIfExists(mark);
            remove(replaced);
            remove(restoring);
        } catch (IOException e) {
            throw new Trouble(
                    "The restored database cannot be put into its place " + cluster + ": " + PrivateFile.reason(e)
                            + ". Run the restore again.",
                    e);
        }
    }

    /** Whether settings came in that nobody has read yet. */
    private boolean takeBack() {
        try {
            boolean moved = false;
            if (Files.exists(replaced) && !Files.exists(cluster)) {
                Files.move(replaced, cluster, StandardCopyOption.ATOMIC_MOVE);
            } else if (Files.exists(besides) && !Files.exists(restoring.resolve("cluster"))) {
                moved = moveIn(); // the new cluster stands already
            }
            remove(replaced);
            PostgresServer.endOrphan(restoring.resolve("cluster"));
            remove(restoring);
            return moved;
        } catch (IOException e) {
            throw new Trouble(
                    "What an earlier restore left in " + restoring.getParent() + " cannot be cleared: "
                            + PrivateFile.reason(e) + ". Look at the owner of the data folder.",
                    e);
        }
    }

    private boolean moveIn() throws IOException {
        if (!Files.isDirectory(besides)) {
            return false;
        }
        boolean moved = false;
        try (Stream<Path> all = Files.list(besides)) {
            for (Path file : all.toList()) {
                Path target = root.resolve(file.getFileName());
                if (!Files.exists(target)) {
                    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                    moved = true;
                }
            }
        }
        return moved;
    }

    /** What a killed restore had begun may still write here for a moment, such as the making of a new cluster. */
    private static void remove(Path folder) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(folder)) {
            try {
                removeOnce(folder);
            } catch (NoSuchFileException | DirectoryNotEmptyException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private static void removeOnce(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
