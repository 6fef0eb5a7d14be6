package fi.seloste.postgres;

import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version into the account's cache and shared by all data folders. */
record Binaries(Path folder) {

    static final String VERSION = "18.6";

    /** Unpacked programs, from the cache where it has them. */
    static Binaries unpacked(RunAs runAs) {
        // The other account must reach the programs, and root's home is closed to it.
        return unpackedIn(runAs == RunAs.ANOTHER ? Path.of("/var/cache/seloste") : cache());
    }

    static Binaries unpackedIn(Path cache) {
        Path folder = cache.resolve("postgres-" + VERSION);
        if (!Files.isRegularFile(folder.resolve("bin/postgres"))) {
            unpackOnce(cache, folder);
        }
        return new Binaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        Path cache = base.resolve("seloste");
        if (!Files.isWritable(base)
                && !Files.isWritable(cache)
                && !java.util.Objects.requireNonNull(base.getParent()).toFile().canWrite()) {
            // A service account often has no home of its own.
            return Path.of(System.getProperty("java.io.tmpdir"), "seloste-" + System.getProperty("user.name"));
        }
        return cache;
    }

    /** Beside, then renamed: whoever is interrupted leaves no half of it, whoever comes second waits. */
    private static void unpackOnce(Path cache, Path folder) {
        try {
            Files.createDirectories(cache);
            var how = new StandardOpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.WRITE};
            try (FileChannel channel = FileChannel.open(cache.resolve("unpacking.lock"), how);
                    var _ = channel.lock()) {
                if (Files.isRegularFile(folder.resolve("bin/postgres"))) {
                    return;
                }
                Path beside = Files.createTempDirectory(cache, "unpacking-");
                unpack(beside);
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot unpack PostgreSQL into " + cache + ": " + PrivateFile.reason(e)
                            + ". It needs 70 MB there; XDG_CACHE_HOME may name another folder.",
                    e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream packed = packed();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(folder, entry, tar);
            }
        }
    }

    private static InputStream packed() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = "/postgres-linux-" + (machine.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
        InputStream found = Binaries.class.getResourceAsStream(name);
        if (found == null || !System.getProperty("os.name").equals("Linux")) {
            throw new Trouble("No PostgreSQL is packed for " + System.getProperty("os.name") + " on " + machine
                    + ". Install PostgreSQL 15 or newer and name it with --database.");
        }
        return found;
    }

    private static void write(Path folder, TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
