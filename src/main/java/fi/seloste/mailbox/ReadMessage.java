package fi.seloste.mailbox;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** What was read of a message, before it is kept. What is found while its files are read adds to {@code found}. */
record ReadMessage(
        Nature nature,
        Message.Sender sender,
        Message.Content content,
        Message.Trail trail,
        List<Enclosed> enclosed,
        List<String> essence,
        Set<Doubt> found) {

    ReadMessage {
        enclosed = List.copyOf(enclosed);
        essence = List.copyOf(essence);
    }

    /** A file in it; opened when it is kept, and read once. */
    record Enclosed(String name, Opening content) {}

    /** Opens a file that lies in the message. What contradicts its encoding ends there. */
    interface Opening {
        InputStream open();
    }

    Set<Doubt> doubts() {
        return content.doubts();
    }

    boolean hasMoreDoubts() {
        return found.size() > content.doubts().size();
    }
}
