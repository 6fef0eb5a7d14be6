package fi.seloste.store;

import fi.seloste.base.PersonId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A letter by e-mail to one recipient. The kind says why it is sent; the person, where known, is whom it concerns. */
public record Letter(
        String kind,
        String recipient,
        String subject,
        String body,
        @Nullable PersonId person) {

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
