package fi.seloste.senders;

import java.util.Locale;
import java.util.UUID;

/** That a message came back: which, in which way, and the status that was given (RFC 3463), or what a provider calls it. */
public record Return(UUID message, Kind kind, String status) {

    public enum Kind {
        /** Nobody is reached there, now or later. */
        HARD,
        /** It was not taken this time; the mailbox is full, or the words were not liked. */
        SOFT,
        /** Its reader pressed "this is spam". */
        COMPLAINT,
        /** Its reader left by the provider's own link. */
        LEFT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Told in no purpose: who hears it opens a transaction of their own. */
    public record Came(Return what) {}
}
