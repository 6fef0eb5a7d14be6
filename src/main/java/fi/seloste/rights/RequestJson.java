package fi.seloste.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.seloste.base.PersonId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A request as programs see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Request")
record RequestJson(
        UUID id,
        String number,
        String right,
        String state,
        LocalDate receivedOn,
        LocalDate dueOn,
        LocalDate extendedDueOn,
        boolean extended,
        boolean late,
        String explanation,
        List<UUID> candidates,
        @Nullable UUID person,
        @Nullable Proved identity,
        @Nullable Instant answeredAt,
        List<String> categories,
        List<Task> tasks,
        List<Mark> redactions) {

    @Schema(name = "Proof")
    record Proved(String how, Instant at) {}

    /** Somebody else who must be asked or told. */
    @Schema(name = "RecipientTask")
    record Task(
            UUID id,
            String recipient,
            String state,
            @Nullable String evidence,
            @Nullable Instant doneAt,
            boolean pending) {

        static Task of(RecipientTask task) {
            return new Task(
                    task.taskId(), task.recipient(), task.state(), task.evidence(), task.doneAt(), task.isPending());
        }
    }

    /** A field of somebody else's. */
    @Schema(name = "Redaction")
    record Mark(
            UUID id,
            String place,
            String row,
            String field,
            String state,
            @Nullable String reason) {

        static Mark of(Redaction one) {
            return new Mark(one.redactionId(), one.place(), one.rowKey(), one.field(), one.state(), one.reason());
        }
    }

    /** Puts it together. */
    @Component
    static class Writer {

        private final Rights rights;
        private final Answers answers;
        private final Narrowing narrowing;
        private final LegalDay today;

        Writer(Rights rights, Answers answers, Narrowing narrowing, LegalDay today) {
            this.rights = rights;
            this.answers = answers;
            this.narrowing = narrowing;
            this.today = today;
        }

        RequestJson of(Request request, Locale language) {
            var course = request.course();
            var deadline = request.deadline(today.get());
            var person = request.asker().person();
            var proof = course.proof();
            return new RequestJson(
                    request.id().value(),
                    request.number(),
                    request.right().code(),
                    request.state().code(),
                    course.received().on(),
                    deadline.due(),
                    request.extendedDeadline(today.get()).due(),
                    course.extendedOn() != null,
                    request.isLate(today.get()),
                    String.join(" ", deadline.explanationIn(language)),
                    rights.candidates(request.id()).stream()
                            .map(PersonId::value)
                            .toList(),
                    person == null ? null : person.value(),
                    proof == null ? null : new Proved(proof.how().code(), proof.at()),
                    course.outcome().answeredAt(),
                    narrowing.of(request.id()),
                    answers.tasks(request.id()).stream().map(Task::of).toList(),
                    answers.redactions(request.id()).stream().map(Mark::of).toList());
        }
    }
}
