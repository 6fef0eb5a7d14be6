package fi.seloste;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders that are gone after the tests. */
final class Passing {

    private Passing() {}

    static Path folder() throws IOException {
        var folder = Files.createTempDirectory("seloste-test");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder)));
        return folder;
    }

    static void clear(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
