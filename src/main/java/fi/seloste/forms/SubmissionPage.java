package fi.seloste.forms;

import fi.seloste.base.PersonId;
import fi.seloste.ui.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that came: what was asked and answered, upon which edition, and what became of it. */
public record SubmissionPage(
        UUID id, Form form, Form.Edition edition, Who who, List<Submission.Answer> answers, Course course, String as)
        implements View {

    /** Whose it is, where that is known; until then the name and address that were typed. */
    public record Who(@Nullable PersonId person, String name, String email, String language) {}

    public record Course(
            String state,
            Instant sentAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant goesAt,
            @Nullable String owner) {}
}
