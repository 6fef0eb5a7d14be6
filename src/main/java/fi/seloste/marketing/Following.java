package fi.seloste.marketing;

import java.util.Map;
import java.util.UUID;

/**
 * Follows what comes of messages. A module above takes part in their leaving by this; what it may keep of whom is its own question, asked in the
 * transaction that takes a message from the queue.
 */
public interface Following {

    /** A message in one language before it has a reader: its merge fields are not filled yet. */
    record Mail(String html, String text) {}

    /** Of a campaign that leaves now, with its mails by language. */
    Trail of(Campaign campaign, Map<String, Mail> mails);

    /** How the messages of one campaign are followed. */
    interface Trail {

        /** Decides how each of these messages is followed; the secret of each is known to its reader alone. In the marketing purpose. */
        Map<UUID, Marked> mark(Map<UUID, String> secrets);
    }

    /** A message as it leaves: the subject it was laid into the queue with, and its words with links that are followed. */
    interface Marked {

        String subject();

        Mail in(String language);
    }
}
