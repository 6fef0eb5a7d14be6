package fi.seloste.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What a form that anybody may send carries against programs that flood it; one bean from above makes it and looks at it again. */
@FunctionalInterface
public interface Guarding {

    /** A stamp for a door, shown at the page that leads to it; a page that is shown again keeps the one that came with the request. */
    Carried stamp(String door, HttpServletRequest request);

    /**
     * The text that comes back, what is to be hashed, how many zero bits its hash begins with, the seconds before which nobody sends, how long
     * a browser without script waits, whether nobody floods the door, and what was worked out already.
     */
    record Carried(String text, int bits, int least, int patience, boolean calm, String work) {

        public String puzzle() {
            return text.substring(0, Math.max(0, text.indexOf('.')));
        }

        static Carried none() {
            return new Carried("", 0, 0, 0, true, "");
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d bits", bits);
        }
    }
}
