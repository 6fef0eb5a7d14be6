package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What arrived by mail, for programs: by the doors that the pages use. */
@RestController
@RequestMapping("/api/v1/rights/inbox")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class InboxApi {

    private final Inbox inbox;
    private final InboxDesk desk;
    private final RequestJson json;

    InboxApi(Inbox inbox, InboxDesk desk, RequestJson json) {
        this.inbox = inbox;
        this.desk = desk;
        this.json = json;
    }

    record Joined(@Nullable String request) {}

    record Aside(@Nullable String reason) {}

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    Map<String, @Nullable Object> list(
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        int most = Math.clamp(limit, 1, 200);
        var found = inbox.list(state, after, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put("items", shown.stream().map(one -> desk.json(one, actor)).toList());
        page.put("next", found.size() > most ? shown.getLast().id().toString() : null);
        return page;
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.RIGHTS)
    Map<String, Object> one(@PathVariable UUID id, Actor actor) {
        return desk.json(inbox.get(id), actor);
    }

    @GetMapping("/{id}/attachments/{attachment}")
    @Needs(purpose = Purpose.RIGHTS)
    ResponseEntity<InputStreamResource> attachment(@PathVariable UUID id, @PathVariable UUID attachment, Actor actor) {
        return InboxPages.sandboxed(desk.open(id, attachment, actor));
    }

    @PostMapping("/{id}/request")
    ResponseEntity<Map<String, Object>> take(
            @PathVariable UUID id, @RequestBody TakeForm form, Actor actor, Locale locale) {
        var request = inbox.take(id, form.taken(), actor);
        return ResponseEntity.created(URI.create("/api/v1/rights/requests/" + request.id()))
                .body(json.of(request, locale));
    }

    @PostMapping("/{id}/joining")
    Map<String, Object> join(@PathVariable UUID id, @RequestBody Joined joined, Actor actor, Locale locale) {
        if (joined.request() == null) {
            throw Problem.invalid("request", "rights.field.missing", "request");
        }
        return json.of(inbox.join(id, RequestId.valueOf(joined.request()), actor), locale);
    }

    @PostMapping("/{id}/setting-aside")
    Map<String, Object> setAside(@PathVariable UUID id, @RequestBody Aside aside, Actor actor) {
        return desk.json(inbox.setAside(id, aside.reason() == null ? "" : aside.reason(), actor), actor);
    }

    @DeleteMapping("/{id}/setting-aside")
    Map<String, Object> takeUpAgain(@PathVariable UUID id, Actor actor) {
        return desk.json(inbox.takeUpAgain(id, actor), actor);
    }
}
