package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.RequestId;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    record Shown(@Nullable String state, @Nullable String evidence) {}

    record Marked(
            @Nullable String place,
            @Nullable String row,
            @Nullable String field,
            @Nullable String reason) {}

    record Decided(@Nullable String decision) {}

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
    Map<String, Object> plan(@PathVariable RequestId id, Locale locale) {
        return Map.of("items", answers.plan(id, locale));
    }

    @GetMapping("/certificate")
    Map<String, Object> certificate(@PathVariable RequestId id) {
        return answers.certificate(id);
    }

    @GetMapping("/evidence")
    Map<String, Object> evidence(@PathVariable RequestId id) {
        return Map.of(
                "items", rights.evidence(id).stream().map(AnswersApi::line).toList());
    }

    @GetMapping("/tasks")
    Map<String, Object> tasks(@PathVariable RequestId id) {
        return Map.of("items", answers.tasks(rights.get(id).id()));
    }

    @PostMapping("/tasks/{task}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Map<String, Object> done(
            @PathVariable RequestId id, @PathVariable UUID task, @RequestBody Shown shown, Actor actor) {
        answers.taskDone(id, task, text(shown.state()), text(shown.evidence()), actor);
        return tasks(id);
    }

    @GetMapping("/redactions")
    Map<String, List<Redaction>> redactions(@PathVariable RequestId id) {
        return Map.of("items", answers.redactions(rights.get(id).id()));
    }

    @PostMapping("/redactions")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Map<String, List<Redaction>> mark(@PathVariable RequestId id, @RequestBody Marked marked, Actor actor) {
        var spot = new Redactions.Spot(text(marked.place()), text(marked.row()), text(marked.field()));
        answers.mark(id, spot, text(marked.reason()), actor);
        return redactions(id);
    }

    /** left-out or released. */
    @PostMapping("/redactions/{redaction}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Map<String, List<Redaction>> decide(
            @PathVariable RequestId id, @PathVariable UUID redaction, @RequestBody Decided decided, Actor actor) {
        answers.decide(id, redaction, !"released".equals(decided.decision()), actor);
        return redactions(id);
    }

    private static Map<String, Object> line(Evidence.Line line) {
        var map = new LinkedHashMap<String, Object>();
        map.put("at", line.at().toString());
        map.put("act", line.act());
        map.put("actor", line.actorKind());
        map.put("purpose", line.purpose());
        map.put("detail", Objects.requireNonNullElse(line.detail(), ""));
        return map;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
