package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.IfMatch;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Audiences for programs, by the door that the pages use too. */
@RestController
@RequestMapping("/api/v1/segments")
@Needs(purpose = Purpose.MARKETING, whole = true)
class SegmentsApi {

    private final Targeting targeting;
    private final Questions questions;

    SegmentsApi(Targeting targeting, Questions questions) {
        this.targeting = targeting;
        this.questions = questions;
    }

    @GetMapping
    Paged<SegmentJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return targeting.list(Paging.of(limit, after)).map(SegmentJson::of);
    }

    @PostMapping
    @Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
    ResponseEntity<SegmentJson> make(@RequestBody SegmentJson.Wanted wanted, Actor actor) {
        var id = targeting.add(Objects.requireNonNullElse(wanted.name(), ""), wanted.criteria(), actor);
        return ResponseEntity.created(URI.create("/api/v1/segments/" + id)).body(SegmentJson.of(targeting.get(id)));
    }

    @GetMapping("/questions")
    SegmentJson.QuestionsJson questions() {
        return SegmentJson.QuestionsJson.of(questions.all());
    }

    @GetMapping("/{id}")
    ResponseEntity<SegmentJson> one(@PathVariable UUID id) {
        var segment = SegmentJson.of(targeting.get(id));
        return ResponseEntity.ok().eTag(String.valueOf(segment.version())).body(segment);
    }

    @PutMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
    ResponseEntity<SegmentJson> change(
            @PathVariable UUID id,
            @RequestBody SegmentJson.Wanted wanted,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        var version = IfMatch.version(seen, targeting.get(id).version());
        targeting.change(id, version, Objects.requireNonNullElse(wanted.name(), ""), wanted.criteria());
        return one(id);
    }

    @DeleteMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        targeting.remove(id);
    }

    @GetMapping("/{id}/count")
    SegmentJson.CountJson count(@PathVariable UUID id) {
        return new SegmentJson.CountJson(targeting.count(targeting.get(id).criteria()));
    }

    @GetMapping("/{id}/reach")
    SegmentJson.ReachJson reach(@PathVariable UUID id) {
        return SegmentJson.ReachJson.of(targeting.reach(targeting.get(id).criteria()));
    }

    @GetMapping("/{id}/people")
    Paged<SegmentJson.MemberJson> people(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        var asked = Paging.of(limit, after);
        var mark = AudienceDesk.Mark.parse(asked.after());
        var read = targeting.members(
                targeting.get(id).criteria(),
                mark == null ? null : mark.name(),
                mark == null ? null : mark.id(),
                asked.limit() + 1,
                Evidence.How.API,
                actor);
        return Paged.of(read, asked, AudienceDesk.Mark::of).map(SegmentJson.MemberJson::of);
    }
}
