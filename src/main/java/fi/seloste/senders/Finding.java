package fi.seloste.senders;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What DNS answered about one record of a sender's domain: whether it does, in which way not, and the record itself. */
public record Finding(
        Kind kind, boolean passed, String code, @Nullable String answer, Instant at) {

    /** Who may send for a domain, under which key it signs, and what readers' servers do with what fails both. */
    public enum Kind {
        SPF,
        DKIM,
        DMARC;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
