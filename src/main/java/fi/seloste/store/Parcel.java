package fi.seloste.store;

import fi.seloste.base.PersonId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in bulk mail, ready to leave: the same words as HTML and as plain text. The id names it at the mail server. */
public record Parcel(UUID id, String kind, Sender sender, Whom whom, Words words, Map<String, String> headers) {

    public Parcel {
        headers = Map.copyOf(headers);
        // A line break in any of them would be a header of somebody else's making.
        refuseControl(sender.name(), whom.address(), words.subject());
        headers.forEach((name, value) -> refuseControl(name, value));
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

    public record Words(String subject, String text, String html) {}

    private static void refuseControl(String... texts) {
        for (var text : texts) {
            if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
                throw new IllegalArgumentException("A header of a message has a control character");
            }
        }
    }
}
