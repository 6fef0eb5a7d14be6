package fi.seloste.imports;

import fi.seloste.base.Problem;
import fi.seloste.installation.DataFolder;
import fi.seloste.intake.Source;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The files that came in, each under its import's id, until the import is over. */
@Component
class Uploads {

    static final long LARGEST = 200L * 1024 * 1024;

    private final Path folder;

    Uploads(DataFolder data) {
        this.folder = data.root().resolve("imports");
    }

    /** A file that is read, and how far. */
    record Upload(Path file, AtomicLong position) implements Source {

        @Override
        public InputStream open() throws IOException {
            position.set(0);
            return new FilterInputStream(Files.newInputStream(file)) {
                @Override
                public int read() throws IOException {
                    position.incrementAndGet();
                    return super.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int count = super.read(into, offset, length);
                    position.addAndGet(Math.max(0, count));
                    return count;
                }
            };
        }

        long taken() {
            return position.get();
        }
    }

    /** Where a reading may put what does not fit in memory. */
    Path folder() {
        return folder;
    }

    /** Gives back its size. What is too large is refused before it fills the disk. */
    long keep(ImportId id, InputStream content) {
        try {
            Files.createDirectories(folder);
            var file = file(id);
            try (var out = Files.newOutputStream(file)) {
                long size = copy(content, out);
                if (size > LARGEST) {
                    Files.delete(file);
                    throw Problem.invalid("file", "imports.file.tooLarge", LARGEST / 1024 / 1024);
                }
                own(file);
                return size;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be kept in " + folder, e);
        }
    }

    private static long copy(InputStream content, java.io.OutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        int count;
        while (size <= LARGEST && (count = content.read(buffer)) >= 0) {
            out.write(buffer, 0, count);
            size += count;
        }
        return size;
    }

    private static void own(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    Upload open(ImportId id) {
        if (!Files.exists(file(id))) {
            throw Problem.conflict("imports.file.gone");
        }
        return new Upload(file(id), new AtomicLong());
    }

    boolean has(ImportId id) {
        return Files.exists(file(id));
    }

    void remove(ImportId id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(ImportId id) {
        return folder.resolve(id + ".upload");
    }
}
