package fi.seloste.events;

import fi.seloste.mailbox.Sorter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Takes from the mailboxes what calendar programs answer to invitations. */
@Component
class RepliedMail implements Sorter {

    private static final int MOST = 256 * 1024;
    private static final Pattern LIKELY = Pattern.compile("(?i)text/calendar|application/ics");

    private final Replying replying;

    RepliedMail(Replying replying) {
        this.replying = replying;
    }

    /** Their programs send it in people's own names. */
    @Override
    public boolean readsPeople() {
        return true;
    }

    @Override
    public boolean takes(InputStream message) {
        try {
            var raw = message.readNBytes(MOST);
            return LIKELY.matcher(new String(raw, StandardCharsets.ISO_8859_1)).find()
                    && ReplyReading.read(raw).filter(replying::takes).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("A message could not be read", e);
        }
    }
}
