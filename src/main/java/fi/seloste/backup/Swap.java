package fi.seloste.backup;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Our own database is restored beside the one that is there, which then goes by two renames. Whoever is killed on the way leaves the old one,
 * or, where there was none, a mark that no start passes over.
 */
public final class Swap {

    private final Path cluster;
    private final Path restoring;
    private final Path replaced;
    private final Path mark;

    private Swap(Path root, Path cluster) {
        this.cluster = cluster;
        this.restoring = root.resolve("restoring");
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
        takeBack();
    }

    /** The folder in which the new cluster is made. */
    public Path begin() {
        takeBack();
        if (!Files.exists(cluster)) {
            PrivateFile.write(mark, "A restore was begun here.\n");
        }
        return PrivateFile.folder(restoring).resolve("cluster");
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

    private void takeBack() {
        try {
            if (Files.exists(replaced) && !Files.exists(cluster)) {
                Files.move(replaced, cluster, StandardCopyOption.ATOMIC_MOVE);
            }
            remove(replaced);
            remove(restoring);
        } catch (IOException e) {
            throw new Trouble(
                    "What an earlier restore left in " + restoring.getParent() + " cannot be cleared: "
                            + PrivateFile.reason(e) + ". Look at the owner of the data folder.",
                    e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
