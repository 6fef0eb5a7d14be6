package fi.seloste.ui;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who looks at a page, as far as the frame cares. */
public interface Viewer {

    ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    boolean signedIn();

    String name();

    /** The language this account has chosen; null leaves it to the browser. */
    @Nullable
    Locale locale();

    ZoneId zone();

    /** Whether this viewer may do what a permission names, for showing or hiding the way to it; the door decides. */
    boolean may(String permission);

    /** Up to two letters for the round mark. */
    default String initials() {
        return Initials.of(name());
    }

    static Viewer nobody() {
        return new Nobody();
    }

    /** Somebody who has not signed in. */
    record Nobody() implements Viewer {

        @Override
        public boolean signedIn() {
            return false;
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public @Nullable Locale locale() {
            return null;
        }

        @Override
        public ZoneId zone() {
            return HELSINKI;
        }

        @Override
        public boolean may(String permission) {
            return false;
        }
    }
}
