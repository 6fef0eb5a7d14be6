package fi.seloste.marketing;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Follows what comes of messages. A module above takes part in their leaving by this; what it may keep of whom is its own question, asked in the
 * transaction that takes a message from the queue.
 */
public interface Following {

    /** Signs that no text holds, so that none can be taken for a place. */
    Pattern PLACE = Pattern.compile("\u0002(\\d+)\u0003");

    /** A message in one language before it has a reader: its merge fields are not filled yet. */
    record Mail(String html, String text) {}

    /** Of a campaign that leaves now, with its mails by language. */
    Trail of(Campaign campaign, Map<String, Mail> mails);

    /** What stands in a mail where each message has an address of its own. */
    static String place(int number) {
        return "\u0002" + number + "\u0003";
    }

    /** How the messages of one campaign are followed. */
    interface Trail {

        /** The mail with places where links are followed. */
        Mail mail(String language);

        /** Decides how each of these messages is followed; the secret of each is known to its reader alone. In the marketing purpose. */
        Map<UUID, Marked> mark(Map<UUID, String> secrets);
    }

    /** A message as it leaves: the subject it was laid into the queue with, and the address at each place. */
    interface Marked {

        String subject();

        String address(int place);
    }
}
