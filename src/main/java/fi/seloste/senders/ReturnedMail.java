package fi.seloste.senders;

import fi.seloste.mailbox.Sorter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes from a mailbox what is about messages of ours that left to many. Nothing of it is kept but what follows from it, and nothing is answered. */
@Component
class ReturnedMail implements Sorter {

    /** The reports stand at the beginning; of a message that is returned whole the rest is not needed. */
    private static final int MOST = 256 * 1024;
    /** Of ten thousand messages few are reports: the others are not taken apart for this. */
    private static final Pattern LIKELY =
            Pattern.compile("[+][a-zA-Z2-7]{" + ReturnToken.LENGTH + "}@|(?i:" + ReturnToken.HEADER + "):");

    private final ReturnReading reading;
    private final ApplicationEventPublisher events;

    ReturnedMail(ReturnToken tokens, ApplicationEventPublisher events) {
        this.reading = new ReturnReading(tokens);
        this.events = events;
    }

    @Override
    public boolean takes(InputStream message) {
        var raw = beginning(message);
        if (!LIKELY.matcher(new String(raw, StandardCharsets.ISO_8859_1)).find()) {
            return false;
        }
        var read = reading.read(raw);
        read.ifPresent(one -> {
            if (one.kind() != null) {
                events.publishEvent(new Return.Came(new Return(one.message(), one.kind(), one.status())));
            }
        });
        return read.isPresent();
    }

    private static byte[] beginning(InputStream message) {
        try {
            return message.readNBytes(MOST);
        } catch (IOException e) {
            throw new UncheckedIOException("A message could not be read", e);
        }
    }
}
