package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a request brings forth, for programs. */
@RestController
@RequestMapping("/api/v1/rights/requests/{id}")
@Needs(purpose = Purpose.RIGHTS)
class AnswersApi {

    private final Rights rights;
    private final Answers answers;

    AnswersApi(Rights rights, Answers answers) {
        this.rights = rights;
        this.answers = answers;
    }

    @Schema(name = "TaskDone")
    record Shown(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String evidence) {}

    @Schema(name = "NewRedaction")
    record Marked(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String place,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String row,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String field,

            @Nullable String reason) {

        Redactions.Spot spot() {
            return new Redactions.Spot(needed("place", place), needed("row", row), needed("field", field));
        }
    }

    @Schema(name = "RedactionDecision")
    record Decided(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String decision) {

        boolean leavesOut() {
            return switch (decision) {
                case "left-out" -> true;
                case "released" -> false;
                case null, default ->
                    throw Problem.invalid("decision", "rights.redaction.decision", decision == null ? "" : decision);
            };
        }
    }

    @Schema(name = "EvidenceLine")
    record EvidenceLine(Instant at, String act, String actor, String purpose, String detail) {

        static EvidenceLine of(Evidence.Line line) {
            return new EvidenceLine(
                    line.at(),
                    line.act(),
                    line.actorKind(),
                    line.purpose(),
                    Objects.requireNonNullElse(line.detail(), ""));
        }
    }

    @GetMapping("/package")
    @Needs(purpose = Purpose.RIGHTS, action = Action.EXPORT)
    ResponseEntity<InputStreamResource> download(@PathVariable RequestId id, Actor actor) {
        var number = rights.get(id).number();
        return zip(number, new InputStreamResource(answers.open(id, actor)));
    }

    static ResponseEntity<InputStreamResource> zip(String number, InputStreamResource content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + number + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    @GetMapping("/plan")
    Paged<PlanItem> plan(@PathVariable RequestId id, Locale locale) {
        return Paged.whole(answers.plan(id, locale));
    }

    @GetMapping("/certificate")
    CertificateJson certificate(@PathVariable RequestId id) {
        return CertificateJson.of(answers.certificate(id));
    }

    @GetMapping("/evidence")
    Paged<EvidenceLine> evidence(
            @PathVariable RequestId id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        var asked = Paging.of(limit, after);
        var read = rights.evidence(id, asked.afterId(), asked.limit() + 1);
        return Paged.of(read, asked, Evidence.Line::entryId).map(EvidenceLine::of);
    }

    @GetMapping("/tasks")
    Paged<RequestJson.Task> tasks(@PathVariable RequestId id) {
        return Paged.whole(answers.tasks(rights.get(id).id()).stream()
                .map(RequestJson.Task::of)
                .toList());
    }

    @PostMapping("/tasks/{task}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Paged<RequestJson.Task> done(
            @PathVariable RequestId id, @PathVariable UUID task, @RequestBody Shown shown, Actor actor) {
        answers.taskDone(id, task, text(shown.state()), text(shown.evidence()), actor);
        return tasks(id);
    }

    @GetMapping("/redactions")
    Paged<RequestJson.Mark> redactions(@PathVariable RequestId id) {
        return Paged.whole(answers.redactions(rights.get(id).id()).stream()
                .map(RequestJson.Mark::of)
                .toList());
    }

    @PostMapping("/redactions")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Paged<RequestJson.Mark> mark(@PathVariable RequestId id, @RequestBody Marked marked, Actor actor) {
        answers.mark(id, marked.spot(), text(marked.reason()), actor);
        return redactions(id);
    }

    /** left-out or released. */
    @PostMapping("/redactions/{redaction}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Paged<RequestJson.Mark> decide(
            @PathVariable RequestId id, @PathVariable UUID redaction, @RequestBody Decided decided, Actor actor) {
        answers.decide(id, redaction, decided.leavesOut(), actor);
        return redactions(id);
    }

    private static String needed(String field, @Nullable String value) {
        return Length.LINE.checked(field, RightsApi.needed(field, value));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
