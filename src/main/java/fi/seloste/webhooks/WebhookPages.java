package fi.seloste.webhooks;

import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.outgoing.Outgoing;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Webhooks, for whoever runs the house. */
@Controller
@RequestMapping("/webhooks")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class WebhookPages {

    private final Webhooks webhooks;
    private final Outgoing outgoing;

    WebhookPages(Webhooks webhooks, Outgoing outgoing) {
        this.webhooks = webhooks;
        this.outgoing = outgoing;
    }

    @GetMapping
    WebhookListPage list() {
        return new WebhookListPage(webhooks.all());
    }

    @GetMapping("/new")
    WebhookFormPage fresh(SignedIn viewer) {
        return fresh(WebhookForm.empty(), viewer, Errors.none());
    }

    @PostMapping
    Reply make(WebhookForm form, SignedIn viewer) {
        try {
            return made(webhooks.make(form.wish(outgoing), viewer.actor(), viewer.permissions()));
        } catch (Problem.Invalid e) {
            return fresh(form, viewer, Errors.of(e));
        }
    }

    @GetMapping("/{id}")
    WebhookPage one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String after) {
        return page(id, after, null);
    }

    @GetMapping("/{id}/edit")
    WebhookFormPage edit(@PathVariable UUID id) {
        return edit(id, WebhookForm.of(webhooks.get(id)), Errors.none());
    }

    @PostMapping("/{id}/edit")
    Reply change(@PathVariable UUID id, WebhookForm form, Actor actor, Flash flash) {
        try {
            webhooks.change(id, form.wish(outgoing), actor);
            flash.done("webhooks.changed");
            return to(id);
        } catch (Problem.Invalid e) {
            return edit(id, form, Errors.of(e));
        }
    }

    @PostMapping("/{id}/secret")
    WebhookPage renew(@PathVariable UUID id, Actor actor) {
        return made(webhooks.renew(id, actor));
    }

    @PostMapping("/{id}/test")
    Redirect test(@PathVariable UUID id, Flash flash) {
        webhooks.test(id);
        flash.done("webhooks.tested");
        return to(id);
    }

    @PostMapping("/{id}/pause")
    Redirect pause(@PathVariable UUID id, Actor actor) {
        webhooks.pause(id, actor);
        return to(id);
    }

    @PostMapping("/{id}/resumption")
    Redirect resume(@PathVariable UUID id, Actor actor) {
        webhooks.resume(id, actor);
        return to(id);
    }

    @GetMapping("/{id}/removal")
    WebhookRemovalPage removal(@PathVariable UUID id) {
        return new WebhookRemovalPage(webhooks.get(id), webhooks.waiting(id));
    }

    @PostMapping("/{id}/removal")
    Redirect remove(@PathVariable UUID id, Actor actor, Flash flash) {
        webhooks.remove(id, actor);
        flash.done("webhooks.removed");
        return Redirect.to("/webhooks");
    }

    private WebhookPage made(Webhooks.Made made) {
        return page(made.id(), null, made.secret());
    }

    private WebhookPage page(UUID id, @Nullable String after, @Nullable String secret) {
        var told = webhooks.deliveries(id, Paging.of(null, after));
        return new WebhookPage(webhooks.get(id), told, webhooks.waiting(id), secret);
    }

    private static WebhookFormPage fresh(WebhookForm form, SignedIn viewer, Errors errors) {
        var may = Happening.purposes().stream()
                .filter(purpose -> viewer.permissions().mayWhole(purpose, Action.SEE))
                .map(Purpose::code)
                .toList();
        return new WebhookFormPage("/webhooks", true, form, may, errors);
    }

    private static WebhookFormPage edit(UUID id, WebhookForm form, Errors errors) {
        return new WebhookFormPage("/webhooks/" + id + "/edit", false, form, List.of(), errors);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/webhooks/" + id);
    }
}
