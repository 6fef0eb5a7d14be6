package fi.seloste.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a message. Whatever is in it, something is made of it: a message that was accepted is never lost for being odd. */
final class Reading {

    private static final Session SESSION = Session.getInstance(properties());

    private final Set<String> own;

    /** With our own addresses in their canonical form. */
    Reading(Set<String> own) {
        this.own = Set.copyOf(own);
    }

    /** What was read is good as long as the consumer runs: its files lie in the message's file. */
    void read(RawMessage raw, Instant arrivedAt, Consumer<ReadMessage> then) {
        try (var whole = new SharedFileInputStream(raw.file().toFile());
                var usable = whole.newStream(0, raw.usable())) {
            then.accept(read(new MimeMessage(SESSION, usable), raw, arrivedAt));
        } catch (MessagingException e) {
            then.accept(unreadable(raw, arrivedAt));
        } catch (IOException e) {
            throw new UncheckedIOException("A message that was laid aside could not be read", e);
        }
    }

    private ReadMessage read(MimeMessage message, RawMessage raw, Instant arrivedAt) {
        var head = new Letterhead(message);
        var sender = head.sender();
        var doubts = EnumSet.noneOf(Doubt.class);
        doubts.addAll(head.doubts());
        doubts.addAll(raw.doubts());
        var parts = new Parts(doubts);
        boolean readable = parts.read(message);
        var nature = head.nature(sender.address(), own);
        var refersTo = new ArrayList<>(head.refersTo());
        if (nature == Nature.BOUNCE) {
            refersTo.addAll(parts.returned());
        }
        return new ReadMessage(
                nature,
                sender,
                new Message.Content(head.subject(), parts.words(), doubts, raw.size()),
                new Message.Trail(
                        head.headerId(),
                        refersTo.stream().distinct().limit(Limits.REFERENCES).toList(),
                        head.writtenAt(),
                        arrivedAt),
                readable ? parts.enclosed() : List.of(whole(raw)),
                head.essence(),
                doubts);
    }

    private static ReadMessage unreadable(RawMessage raw, Instant arrivedAt) {
        var doubts = EnumSet.of(Doubt.UNREADABLE, Doubt.NO_SENDER);
        doubts.addAll(raw.doubts());
        return new ReadMessage(
                Nature.PERSONAL,
                new Message.Sender(null, null),
                new Message.Content("", "", doubts, raw.size()),
                new Message.Trail(null, List.of(), null, arrivedAt),
                List.of(whole(raw)),
                List.of(),
                doubts);
    }

    private static ReadMessage.Enclosed whole(RawMessage raw) {
        return new ReadMessage.Enclosed("message.eml", () -> {
            try {
                return raw.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }
}
