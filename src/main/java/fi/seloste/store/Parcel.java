package fi.seloste.store;

import fi.seloste.base.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in bulk mail, ready to leave: the same words as HTML and as plain text. The id names it at the mail server. */
public record Parcel(UUID id, String kind, Sender sender, Whom whom, Words words, Headers headers) {

    public Parcel {
        Headers.refuseControl(sender.name());
        Headers.refuseControl(whom.address());
        Headers.refuseControl(words.subject());
    }

    /** Who is read as the sender. Without an address it is the house's own; what comes back goes to {@code returnTo}, else to that address. */
    public record Sender(
            String name,
            @Nullable String replyTo,
            @Nullable String address,
            @Nullable String returnTo) {

        public Sender(String name, @Nullable String replyTo) {
            this(name, replyTo, null, null);
        }
    }

    public record Whom(String address, @Nullable PersonId person) {}

    public record Words(String subject, Stencil.Filled text, Stencil.Filled html) {

        /** Words that nobody else gets. */
        public Words(String subject, String text, String html) {
            this(subject, Stencil.Filled.whole(text), Stencil.Filled.whole(html));
        }
    }
}
