package fi.seloste.store;

import fi.seloste.base.PersonId;
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
}
