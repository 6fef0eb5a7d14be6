package fi.seloste.mailbox;

import fi.seloste.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as it is kept: text that is safe to show, and what is known of where it came from. */
public record Message(
        UUID id,
        Nature nature,
        Sender sender,
        Content content,
        Trail trail,
        @Nullable PersonId person) {

    /** Who says to have sent it. Anybody can write anything there: it is no proof of who somebody is. */
    public record Sender(@Nullable String address, @Nullable String name) {}

    public record Content(String subject, String words, Set<Doubt> doubts, long bytes) {

        public Content {
            doubts = Set.copyOf(doubts);
        }
    }

    /** When it came, and what it names: its own Message-ID and those of the messages that it answers. */
    public record Trail(
            @Nullable String headerId,
            List<String> refersTo,
            @Nullable Instant writtenAt,
            Instant arrivedAt) {

        public Trail {
            refersTo = List.copyOf(refersTo);
        }
    }

    /** A file that hung on it, typed by what is in it and not by what it says. */
    public record Attachment(UUID id, UUID blob, String name, String mediaType, long bytes) {}

    /**
     * A message was kept. Told outside any transaction, again and again until every listener has taken it: a listener that was there
     * before does nothing.
     */
    public record Arrived(UUID message, String box) {}
}
