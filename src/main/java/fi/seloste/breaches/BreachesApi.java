package fi.seloste.breaches;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.IfMatch;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of breaches for programs, such as one that watches over the servers: the clock runs from the first alarm. */
@RestController
@RequestMapping("/api/v1/breaches")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class BreachesApi {

    private final Breaches breaches;
    private final Clock clock;

    BreachesApi(Breaches breaches, Clock clock) {
        this.breaches = breaches;
        this.clock = clock;
    }

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    Paged<BreachJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return breaches.list(Paging.of(limit, after)).map(breach -> BreachJson.of(breach, breaches.place()));
    }

    @PostMapping
    ResponseEntity<BreachJson> record(@RequestBody BreachJson.Sent sent, Actor actor) {
        var id = breaches.record(sent.facts(), actor);
        return shown(ResponseEntity.created(URI.create("/api/v1/breaches/" + id)), id);
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.RIGHTS)
    ResponseEntity<BreachJson> one(@PathVariable UUID id) {
        return shown(ResponseEntity.ok(), id);
    }

    @PutMapping("/{id}")
    ResponseEntity<BreachJson> complete(
            @PathVariable UUID id,
            @RequestBody BreachJson.Sent sent,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Actor actor) {
        breaches.complete(
                id, sent.facts(), IfMatch.version(seen, breaches.get(id).version()), actor);
        return shown(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/notification")
    ResponseEntity<BreachJson> notified(@PathVariable UUID id, @RequestBody BreachJson.Notified sent, Actor actor) {
        breaches.notified(id, BreachJson.at(sent.at(), clock), BreachJson.text(sent.reason()), actor);
        return shown(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/telling")
    ResponseEntity<BreachJson> told(@PathVariable UUID id, @RequestBody BreachJson.Told sent, Actor actor) {
        breaches.told(id, BreachJson.at(sent.at(), clock), BreachJson.text(sent.how()), actor);
        return shown(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<BreachJson> close(@PathVariable UUID id, Actor actor) {
        breaches.close(id, actor);
        return shown(ResponseEntity.ok(), id);
    }

    private ResponseEntity<BreachJson> shown(ResponseEntity.BodyBuilder answer, UUID id) {
        var breach = breaches.get(id);
        return answer.eTag(String.valueOf(breach.version())).body(BreachJson.of(breach, breaches.place()));
    }
}
