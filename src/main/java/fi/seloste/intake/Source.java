package fi.seloste.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that came in. It is opened anew for each reading, so that it never has to fit in memory. */
@FunctionalInterface
public interface Source {

    InputStream open() throws IOException;

    static Source of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
