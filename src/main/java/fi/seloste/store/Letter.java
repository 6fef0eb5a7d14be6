package fi.seloste.store;

import fi.seloste.base.PersonId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter by e-mail to one recipient. The kind says why it is sent; the person, where known, is whom it concerns. It may carry a file of
 * text.
 */
public record Letter(
        String kind,
        String recipient,
        String subject,
        String body,
        @Nullable PersonId person,
        @Nullable Attachment file) {

    /** A file of text that goes with a letter; of a calendar's type it is shown as an invitation too. */
    public record Attachment(String name, String type, String text) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
        private static final Pattern TYPE = Pattern.compile("text/[a-z0-9.+-]+(; ?[a-z]+=[A-Za-z0-9-]+)*");

        public Attachment {
            // Both stand in headers, where a line break would begin another one.
            if (!NAME.matcher(name).matches() || !TYPE.matcher(type).matches()) {
                throw new IllegalArgumentException("Not the name or type of a file that a letter carries: " + name);
            }
        }

        /** Mail programs show it among their own appointments, where it stands beside the text and not only under it (RFC 6047, 2.4). */
        boolean isForCalendar() {
            return type.startsWith("text/calendar");
        }
    }

    public Letter(String kind, String recipient, String subject, String body, @Nullable PersonId person) {
        this(kind, recipient, subject, body, person, null);
    }

    public Letter carrying(Attachment carried) {
        return new Letter(kind, recipient, subject, body, person, carried);
    }

    public Letter {
        // A line break here would be a second header.
        if (recipient.chars().anyMatch(c -> c < ' ') || subject.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("A recipient or subject has a control character");
        }
    }

    private static final Pattern HEADER_ID = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^>]*>");

    /** The Message-ID under which a letter leaves: an answer to it names it, and so tells what it answers. */
    static String headerId(UUID letter, String from) {
        return "<" + letter + "@" + from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "") + ">";
    }

    /** The letter that such a Message-ID would name. */
    public static Optional<UUID> named(String headerId) {
        var match = HEADER_ID.matcher(headerId);
        return match.matches() ? Optional.of(UUID.fromString(match.group(1))) : Optional.empty();
    }
}
