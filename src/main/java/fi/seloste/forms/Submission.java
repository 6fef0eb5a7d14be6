package fi.seloste.forms;

import fi.seloste.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person sent, and what became of it. */
public record Submission(UUID id, PersonId person, Origin origin, String summary, Course course) {

    /** Which form, in which edition and language, from which address. */
    public record Origin(UUID form, UUID edition, String kind, String language, String email) {}

    /** When it was sent, confirmed by the address, taken in; and whose task it became. */
    public record Course(
            Instant sentAt,
            @Nullable Instant confirmedAt,
            Instant takenAt,
            @Nullable UUID routedTo) {}

    /** A question as it was asked, with what was answered; a ticked consent tells whether it was kept, and why not. */
    public record Answer(
            UUID answerId,
            String field,
            String question,
            String value,
            @Nullable UUID wordingId,
            @Nullable UUID consentId,
            @Nullable String refusedFor) {}

    /** It together with all its answers. */
    public record Whole(Submission submission, List<Answer> answers) {}
}
