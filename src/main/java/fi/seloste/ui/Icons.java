package fi.seloste.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** Where the icons are: one file of symbols, so that a template names an icon and nothing else. */
public final class Icons {

    public static final String URL = url();

    private Icons() {}

    private static String url() {
        try {
            return Asset.of("icons.svg", new ClassPathResource("static/icons.svg").getContentAsByteArray())
                    .url();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
