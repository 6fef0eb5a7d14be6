package fi.seloste.responses;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Trials of subjects and sending again, for programs. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class TrialsApi {

    private final Trying trying;
    private final Repeating repeating;

    TrialsApi(Trying trying, Repeating repeating) {
        this.trying = trying;
        this.repeating = repeating;
    }

    @GetMapping("/trial")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    TrialJson trial(@PathVariable UUID id) {
        return trying.find(id).map(TrialJson::of).orElseThrow(() -> Problem.notFound("trial"));
    }

    @PutMapping("/trial")
    TrialJson plan(@PathVariable UUID id, @RequestBody TrialJson.Wanted wanted) {
        trying.plan(id, trying.find(id).map(Trial::version).orElse(0), wanted.plan());
        return trial(id);
    }

    @DeleteMapping("/trial")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        trying.remove(id);
    }

    @PostMapping("/repeat")
    ResponseEntity<TrialJson.Made> again(@PathVariable UUID id, @RequestBody TrialJson.Again again, Actor actor) {
        var subjects = new TreeMap<String, String>();
        Objects.requireNonNullElse(again.subjects(), Map.<String, @Nullable String>of())
                .forEach((language, words) -> subjects.put(language, Objects.requireNonNullElse(words, "")));
        var made = repeating.again(id, subjects, Boolean.TRUE.equals(again.unknownToo()), actor);
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + made)).body(new TrialJson.Made(made));
    }
}
