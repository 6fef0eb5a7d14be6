package fi.seloste.webhooks;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.outgoing.Outgoing;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks for programs that set themselves up. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class WebhooksApi {

    private final Webhooks webhooks;
    private final Outgoing outgoing;

    WebhooksApi(Webhooks webhooks, Outgoing outgoing) {
        this.webhooks = webhooks;
        this.outgoing = outgoing;
    }

    @GetMapping
    Paged<WebhookJson> list() {
        return Paged.whole(webhooks.all().stream().map(WebhookJson::of).toList());
    }

    @PostMapping
    ResponseEntity<WebhookJson> make(@RequestBody WebhookJson.Sent sent, Actor actor, Permissions permissions) {
        var made = webhooks.make(sent.form().wish(outgoing), actor, permissions);
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + made.id()))
                .body(WebhookJson.of(webhooks.get(made.id()), made.secret()));
    }

    @GetMapping("/{id}")
    WebhookJson one(@PathVariable UUID id) {
        return WebhookJson.of(webhooks.get(id));
    }

    @PutMapping("/{id}")
    WebhookJson change(@PathVariable UUID id, @RequestBody WebhookJson.Sent sent, Actor actor) {
        webhooks.change(id, sent.form().wish(outgoing), actor);
        return one(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Actor actor) {
        webhooks.remove(id, actor);
    }

    @PostMapping("/{id}/secret")
    WebhookJson renew(@PathVariable UUID id, Actor actor) {
        var made = webhooks.renew(id, actor);
        return WebhookJson.of(webhooks.get(id), made.secret());
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(@PathVariable UUID id) {
        webhooks.test(id);
    }

    @PostMapping("/{id}/pause")
    WebhookJson pause(@PathVariable UUID id, Actor actor) {
        webhooks.pause(id, actor);
        return one(id);
    }

    @PostMapping("/{id}/resumption")
    WebhookJson resume(@PathVariable UUID id, Actor actor) {
        webhooks.resume(id, actor);
        return one(id);
    }

    @GetMapping("/{id}/deliveries")
    Paged<WebhookJson.Told> deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return webhooks.deliveries(id, Paging.of(limit, after)).map(WebhookJson.Told::of);
    }
}
