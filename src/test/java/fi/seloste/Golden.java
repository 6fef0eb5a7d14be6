package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs/golden: compared with what the code says, or written anew by bin/golden. */
public final class Golden {

    private static final Path FOLDER = Path.of("docs", "golden");

    private Golden() {}

    public static void holds(String file, String text) {
        var path = FOLDER.resolve(file);
        try {
            if ("write".equals(System.getProperty("seloste.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(path, text);
            }
            assertThat(path).as("run bin/golden and look at the difference").exists();
            assertThat(Files.readString(path))
                    .as("%s differs: run bin/golden and look at the difference", path)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell of a Markdown table. */
    public static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
