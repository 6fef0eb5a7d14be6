package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs/golden: what the code says of itself, compared in every run and written anew by bin/golden. */
public final class Golden {

    private static final Path FOLDER = Path.of("docs/golden");

    private Golden() {}

    public static void compare(String name, String page) {
        var file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("seloste.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, page);
            }
            assertThat(page).as(name + " (bin/golden writes it anew)").isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
