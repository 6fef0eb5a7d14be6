package fi.seloste.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Everything this installation keeps outside an external database, in one folder that one process holds at a time. */
public final class DataFolder implements AutoCloseable {

    /** The layout's version. It rises when a release can no longer be undone by starting the older one again. */
    static final int LAYOUT = 1;

    private static final long LEAST_SPACE = 200L * 1024 * 1024;

    private final Path root;
    private final @Nullable FolderLock lock;
    private final boolean fresh;
    private final boolean visited;

    private DataFolder(Path root, @Nullable FolderLock lock, boolean fresh, boolean visited) {
        this.root = root;
        this.lock = lock;
        this.fresh = fresh;
        this.visited = visited;
    }

    /** Takes hold of the folder, making it the first time; refuses one from a newer release or on a full disk. */
    public static DataFolder open(Path folder) {
        return open(folder, false);
    }

    /** As {@link #open(Path)}; made-up data and real data never meet in one folder. */
    public static DataFolder open(Path folder, boolean demo) {
        Path root = real(PrivateFile.folder(folder));
        FolderLock lock = FolderLock.take(root.resolve("lock"), "The data folder " + root);
        try {
            boolean fresh = !Files.exists(root.resolve("version"));
            refuseNewer(root);
            refuseMixing(root, fresh, demo);
            refuseFull(root);
            DataFolder opened = new DataFolder(root, lock, fresh, false);
            PrivateFile.write(root.resolve("version"), LAYOUT + "\n");
            return opened;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Beside the Seloste that holds the folder: a visitor looks, and leaves migrating, compiling and repairing to the holder. */
    public static DataFolder visit(Path folder) {
        Path root = real(folder);
        refuseNewer(root);
        return new DataFolder(root, null, false, true);
    }

    /** As a visitor who holds the folder all the same, to look at what lies in it before anything is mended. */
    public DataFolder asVisited() {
        return new DataFolder(root, lock, fresh, true);
    }

    /** Whether made-up data lie in the folder. */
    public static boolean isDemo(Path folder) {
        return Files.exists(folder.resolve("demo"));
    }

    /** Whether a running Seloste holds the folder. */
    public static boolean isHeld(Path folder) {
        return FolderLock.isHeld(folder.resolve("lock"));
    }

    public Path root() {
        return root;
    }

    /** Whether we only look, beside another process or before it. */
    public boolean isVisited() {
        return visited;
    }

    /** Whether this is its first start. */
    public boolean isFresh() {
        return fresh;
    }

    /** Our own PostgreSQL; empty where the database is elsewhere. */
    public Path cluster() {
        return root.resolve("cluster");
    }

    public Path blobs() {
        return PrivateFile.folder(root.resolve("blobs"));
    }

    /** The rights journal, kept apart from the database that a restore replaces. */
    public Path journal() {
        return PrivateFile.folder(root.resolve("journal"));
    }

    public Path exports() {
        return PrivateFile.folder(root.resolve("exports"));
    }

    public Path logs() {
        return PrivateFile.folder(root.resolve("logs"));
    }

    /** Fingerprints of the keys, so that a missing or exchanged one is noticed. */
    public Path keyRegister() {
        return root.resolve("keys.register");
    }

    /** What an upgrade keeps of the time before it. */
    public Path backups() {
        return PrivateFile.folder(root.resolve("backups"));
    }

    /** The keys of this installation; made before there is data, never afterwards, and never by a visitor. */
    public Keys keys(Settings settings) {
        if (isVisited()) {
            return Keys.present(settings.keys(), keyRegister());
        }
        return Keys.open(settings.keys(), keyRegister(), Files.exists(cluster().resolve("data/PG_VERSION")));
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }

    static void refuseNewer(Path root) {
        Path file = root.resolve("version");
        if (!Files.exists(file)) {
            return;
        }
        String text = PrivateFile.read(file);
        if (!text.matches("\\d{1,6}")) {
            throw new Trouble("The file " + file + " should hold the number of the folder's layout and holds '" + text
                    + "'. Is " + root + " the data folder of a Seloste?");
        }
        if (Integer.parseInt(text) > LAYOUT) {
            throw new Trouble("The data folder " + root + " was written by a newer Seloste (layout " + text
                    + ", this one knows " + LAYOUT + "). Start the newer one, or restore a backup made before it.");
        }
    }

    private static void refuseMixing(Path root, boolean fresh, boolean demo) {
        Path mark = root.resolve("demo");
        if (fresh && demo) {
            PrivateFile.write(mark, "This folder holds made-up data.\n");
        } else if (demo && !Files.exists(mark)) {
            throw new Trouble("The data folder " + root + " holds your own data, and the demonstration would mix"
                    + " made-up people into it. Give the demonstration another folder with --data.");
        } else if (!demo && Files.exists(mark)) {
            throw new Trouble("The data folder " + root + " holds the made-up data of a demonstration. Start it with"
                    + " 'seloste demo', or give your own data another folder with --data.");
        }
    }

    static void refuseFull(Path root) {
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < LEAST_SPACE) {
                throw new Trouble("The disk of " + root + " is nearly full: " + free / 1024 / 1024
                        + " MB are free and Seloste needs 200. Free some space, or move the folder and name it with"
                        + " --data.");
            }
        } catch (IOException e) {
            throw new Trouble("Cannot look at the disk of " + root + ": " + PrivateFile.reason(e) + ".", e);
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new Trouble("Cannot open the data folder " + folder + ": " + PrivateFile.reason(e) + ".", e);
        }
    }
}
