package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Way;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.PublicAddress;
import fi.seloste.store.Purpose;
import fi.seloste.ui.IfMatch;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Newsletters and their subscribers for programs, by the doors that the pages use too. */
@RestController
@RequestMapping("/api/v1/lists")
@Needs(purpose = Purpose.MARKETING, whole = true)
class ListsApi {

    private final Newsletters newsletters;
    private final Subscribing subscribing;
    private final PublicAddress house;

    ListsApi(Newsletters newsletters, Subscribing subscribing, PublicAddress house) {
        this.newsletters = newsletters;
        this.subscribing = subscribing;
        this.house = house;
    }

    @GetMapping
    Paged<ListJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        var counts = subscribing.counts();
        return newsletters
                .list(Paging.of(limit, after))
                .map(one -> ListJson.of(one, counts.getOrDefault(one.slug(), 0), url(one)));
    }

    @PostMapping
    @Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
    ResponseEntity<ListJson> make(@RequestBody ListJson.Wanted wanted, Actor actor) {
        var id = newsletters.add(wanted.address(), wanted.plan(), wanted.spoken(), actor);
        return shown(ResponseEntity.created(URI.create("/api/v1/lists/" + id)), id);
    }

    @GetMapping("/{id}")
    ResponseEntity<ListJson> one(@PathVariable UUID id) {
        return shown(ResponseEntity.ok(), id);
    }

    @PatchMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
    ResponseEntity<ListJson> change(
            @PathVariable UUID id,
            @RequestBody ListPatch patch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Actor actor) {
        var topic = newsletters.get(id);
        var version = IfMatch.version(seen, topic.version());
        newsletters.change(id, version, patch.plan(topic), patch.words(topic), actor);
        return shown(ResponseEntity.ok(), id);
    }

    private ResponseEntity<ListJson> shown(ResponseEntity.BodyBuilder answer, UUID id) {
        var topic = newsletters.get(id);
        return answer.eTag(String.valueOf(topic.version()))
                .body(ListJson.of(topic, subscribing.count(topic), url(topic)));
    }

    @GetMapping("/{id}/subscribers")
    Paged<ListJson.SubscriberJson> subscribers(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        return subscribing
                .list(newsletters.get(id), Paging.of(limit, after), Evidence.How.API, actor)
                .map(ListJson.SubscriberJson::of);
    }

    /** 201 where the consent was written down, 202 where the address is asked by letter. */
    @PostMapping("/{id}/subscribers")
    @Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
    ResponseEntity<ListJson.Subscribed> subscribe(
            @PathVariable UUID id, @RequestBody ListJson.NewSubscriber wanted, Actor actor) {
        var topic = newsletters.get(id);
        var person = subscribing.subscribe(topic, wanted.who(topic), wanted.shownBy(), actor);
        return ResponseEntity.status(person == null ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
                .body(ListJson.Subscribed.of(person));
    }

    @DeleteMapping("/{id}/subscribers/{person}")
    @Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, @PathVariable PersonId person, Actor actor) {
        subscribing.end(newsletters.get(id), person, Way.API, actor);
    }

    private String url(Topic topic) {
        return house.of("/newsletters/" + topic.slug());
    }
}
