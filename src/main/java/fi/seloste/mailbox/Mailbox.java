package fi.seloste.mailbox;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.store.Blobs;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to mail that came in. Reading runs in the caller's purpose; whoever takes a message hears of it by {@link Message.Arrived}. */
@Component
public class Mailbox {

    /** The box of the privacy address. */
    public static final String PRIVACY = "privacy";

    /** The box to which messages come back, where it is another. */
    public static final String RETURNS = "returns";

    private final TakingIn taking;
    private final Messages messages;
    private final Blobs blobs;

    Mailbox(TakingIn taking, Messages messages, Blobs blobs) {
        this.taking = taking;
        this.messages = messages;
        this.blobs = blobs;
    }

    /** Takes in a message as it stands on the wire (RFC 5322), in a transaction of its own. Empty where it is here already. */
    public Optional<UUID> take(String box, InputStream content, Instant arrivedAt) {
        try (var raw = RawMessage.of(content, 0)) {
            return taking.take(box, raw, arrivedAt, null);
        }
    }

    public Message get(UUID id) {
        return messages.find(id).orElseThrow(() -> Problem.notFound("message"));
    }

    public Optional<Message> find(UUID id) {
        return messages.find(id);
    }

    /** Several at once, of their words only the beginning. */
    public List<Message> beginnings(List<UUID> ids) {
        return messages.ofAll(ids);
    }

    /** Which messages bear one of these Message-IDs: earlier ones of the same exchange. */
    public List<UUID> named(List<String> headerIds) {
        return headerIds.isEmpty() ? List.of() : messages.named(headerIds);
    }

    public List<Message.Attachment> attachments(UUID message) {
        return messages.attachments(message);
    }

    public InputStream open(Message.Attachment attachment) {
        return blobs.open(attachment.blob());
    }

    /** Whom a message is from, as far as somebody found out: with that it is in the person's copy and goes with the person. */
    public void belongsTo(UUID message, PersonId person) {
        messages.belongsTo(message, person);
    }
}
