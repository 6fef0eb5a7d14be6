package fi.seloste.marketing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A picture that messages may show. Its address says how large it is, so that a mail can keep the place for it. */
public record Picture(UUID id, String address, String name, Size size, int bytes, Instant madeAt) {

    static final String PATH = "/pictures/";

    private static final Pattern ADDRESS =
            Pattern.compile("/pictures/[A-Za-z0-9_-]{22}-(\\d{1,4})x(\\d{1,4})\\.(?:jpg|png)");
    private static final int WIDEST_SHOWN = 536;

    /** In the points of the picture itself. */
    public record Size(int width, int height) {

        /** As a mail shows it: sharp on fine screens, and never wider than its column. */
        public Size shown() {
            int shown = Math.min(width, WIDEST_SHOWN);
            return new Size(shown, Math.max(1, Math.round((float) height * shown / Math.max(1, width))));
        }
    }

    public String url() {
        return PATH + address;
    }

    public long kilobytes() {
        return Math.max(1, bytes / 1024);
    }

    /** Whether such an address would be one of ours. */
    static boolean isOurs(String url) {
        return ADDRESS.matcher(url).matches();
    }

    /** Told by the address; nothing where the picture lies elsewhere. */
    static Optional<Size> sizeOf(String url) {
        var told = ADDRESS.matcher(url);
        return told.matches()
                ? Optional.of(new Size(Integer.parseInt(told.group(1)), Integer.parseInt(told.group(2))))
                : Optional.empty();
    }
}
