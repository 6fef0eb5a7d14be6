package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What arrived by mail: read it, take it as a request, join it to one, or set it aside. */
@Controller
@RequestMapping("/rights/inbox")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class InboxPages {

    private final Inbox inbox;
    private final InboxDesk desk;

    InboxPages(Inbox inbox, InboxDesk desk) {
        this.inbox = inbox;
        this.desk = desk;
    }

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    InboxPage list(
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(required = false) @Nullable UUID after,
            Actor actor) {
        return desk.list(state, after, actor);
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.RIGHTS)
    ArrivalPage one(@PathVariable UUID id, Actor actor, Locale language) {
        return desk.page(id, null, Errors.none(), actor, language);
    }

    @GetMapping("/{id}/attachments/{attachment}")
    @Needs(purpose = Purpose.RIGHTS)
    ResponseEntity<InputStreamResource> attachment(@PathVariable UUID id, @PathVariable UUID attachment, Actor actor) {
        return sandboxed(desk.open(id, attachment, actor));
    }

    @PostMapping("/{id}/request")
    Reply take(@PathVariable UUID id, TakeForm form, Actor actor, Locale language, Flash flash) {
        try {
            var request = inbox.take(id, form.taken(), actor);
            flash.done("rights.inbox.taken", request.number());
            return RequestPages.to(request.id());
        } catch (Problem.Invalid e) {
            return desk.page(id, form, Errors.of(e), actor, language);
        }
    }

    @PostMapping("/{id}/joining")
    Redirect join(@PathVariable UUID id, @RequestParam RequestId request, Actor actor, Flash flash) {
        var joined = inbox.join(id, request, actor);
        flash.done("rights.inbox.joined", joined.number());
        return RequestPages.to(joined.id());
    }

    @PostMapping("/{id}/setting-aside")
    Reply setAside(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale language,
            Flash flash) {
        try {
            inbox.setAside(id, reason, actor);
            flash.undoable("/rights/inbox/" + id + "/return", "rights.inbox.aside");
            return Redirect.to("/rights/inbox");
        } catch (Problem.Invalid e) {
            return desk.page(id, null, Errors.of(e), actor, language);
        }
    }

    @PostMapping("/{id}/return")
    Redirect takeUpAgain(@PathVariable UUID id, Actor actor) {
        inbox.takeUpAgain(id, actor);
        return Redirect.to("/rights/inbox/" + id);
    }

    /** Whatever a stranger sent is handed on as a file and never opened here: no browser runs it under our name. */
    static ResponseEntity<InputStreamResource> sandboxed(InboxDesk.Opened file) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(new InputStreamResource(file.content()));
    }
}
