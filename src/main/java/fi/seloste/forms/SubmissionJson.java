package fi.seloste.forms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person sent by a form. */
@Schema(name = "Submission")
record SubmissionJson(
        UUID id,
        UUID person,
        UUID form,
        String kind,
        String language,
        Instant sentAt,
        @Nullable Instant confirmedAt,
        List<AnswerJson> answers) {

    static SubmissionJson of(Submission.Whole whole) {
        var one = whole.submission();
        return new SubmissionJson(
                one.id(),
                one.person().value(),
                one.origin().form(),
                one.origin().kind(),
                one.origin().language(),
                one.course().sentAt(),
                one.course().confirmedAt(),
                whole.answers().stream().map(AnswerJson::of).toList());
    }

    /** A question as it was asked, and what was answered. */
    @Schema(name = "SubmissionAnswer")
    record AnswerJson(String field, String question, String answer) {

        static AnswerJson of(Submission.Answer one) {
            return new AnswerJson(one.field(), one.question(), one.value());
        }
    }
}
