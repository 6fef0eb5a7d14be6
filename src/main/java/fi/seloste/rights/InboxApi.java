package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Locale;
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
    private final Rights rights;
    private final RequestJson.Writer json;

    InboxApi(Inbox inbox, InboxDesk desk, Rights rights, RequestJson.Writer json) {
        this.inbox = inbox;
        this.desk = desk;
        this.rights = rights;
        this.json = json;
    }

    @Schema(name = "TakenMessage")
    record Taken(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String right,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String email,

            @Nullable String name,
            @Nullable String language) {}

    @Schema(name = "JoinedMessage")
    record Joined(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID request) {}

    @Schema(name = "SetAside")
    record Aside(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    Paged<ArrivalJson> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        var asked = Paging.of(limit, after);
        var found = inbox.list(state == null ? "waiting" : state, asked.afterId(), asked.limit() + 1);
        return Paged.of(found, asked, Arrival::id).map(one -> desk.json(one, actor));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.RIGHTS)
    ArrivalJson one(@PathVariable UUID id, Actor actor) {
        return desk.json(inbox.get(id), actor);
    }

    @GetMapping("/{id}/attachments/{attachment}")
    @Needs(purpose = Purpose.RIGHTS)
    ResponseEntity<InputStreamResource> attachment(@PathVariable UUID id, @PathVariable UUID attachment, Actor actor) {
        return InboxPages.sandboxed(desk.open(id, attachment, actor));
    }

    @PostMapping("/{id}/request")
    ResponseEntity<RequestJson> take(@PathVariable UUID id, @RequestBody Taken taken, Actor actor, Locale locale) {
        var request = inbox.take(id, meant(taken, locale), actor);
        return ResponseEntity.created(URI.create("/api/v1/rights/requests/" + request.id()))
                .body(json.of(request, locale));
    }

    @PostMapping("/{id}/joining")
    RequestJson join(@PathVariable UUID id, @RequestBody Joined joined, Actor actor, Locale locale) {
        if (joined.request() == null) {
            throw Problem.invalid("request", "rights.field.missing", "request");
        }
        var request = new RequestId(joined.request());
        Problem.named("request", () -> rights.get(request));
        return json.of(inbox.join(id, request, actor), locale);
    }

    @PostMapping("/{id}/setting-aside")
    ArrivalJson setAside(@PathVariable UUID id, @RequestBody Aside aside, Actor actor) {
        return desk.json(inbox.setAside(id, aside.reason() == null ? "" : aside.reason(), actor), actor);
    }

    @DeleteMapping("/{id}/setting-aside")
    ArrivalJson takeUpAgain(@PathVariable UUID id, Actor actor) {
        return desk.json(inbox.takeUpAgain(id, actor), actor);
    }

    private static Inbox.Taken meant(Taken taken, Locale locale) {
        return new Inbox.Taken(
                Right.of(RightsApi.needed("right", taken.right())),
                RightsApi.needed("email", taken.email()),
                taken.name() == null || taken.name().isBlank()
                        ? null
                        : taken.name().strip(),
                RightsApi.language(taken.language(), locale));
    }
}
