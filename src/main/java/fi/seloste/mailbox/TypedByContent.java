package fi.seloste.mailbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** Says of a file what it is by what is in it. The name only tells kinds of one kind apart, such as documents that are zip files. */
@Component
public class TypedByContent {

    private final Tika tika = new Tika();

    /** The type, and the file to be read from its beginning. */
    public record Typed(String mediaType, InputStream content) {}

    public Typed of(InputStream content, String name) {
        try {
            var again = new BufferedInputStream(content, 128 * 1024);
            return new Typed(tika.detect(again, name), again);
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be looked into", e);
        }
    }

    /** A name that tells nothing but the type, for where the files of everybody lie side by side. */
    public static String plainName(String mediaType) {
        try {
            return "attachment"
                    + MimeTypes.getDefaultMimeTypes().forName(mediaType).getExtension();
        } catch (MimeTypeException e) {
            return "attachment";
        }
    }
}
