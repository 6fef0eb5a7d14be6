package fi.seloste.senders;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.PublicAddress;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Senders, for whoever runs the house. */
@Controller
@RequestMapping("/senders")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class SenderPages {

    private final Senders senders;
    private final Hooks hooks;
    private final Pools pools;
    private final PublicAddress house;

    SenderPages(Senders senders, Hooks hooks, Pools pools, PublicAddress house) {
        this.senders = senders;
        this.hooks = hooks;
        this.pools = pools;
        this.house = house;
    }

    @GetMapping
    SenderListPage list() {
        return new SenderListPage(senders.all(), pools.all());
    }

    @GetMapping("/new")
    SenderFormPage fresh() {
        return fresh(SenderForm.empty(), Errors.none());
    }

    @PostMapping
    Reply make(SenderForm form, Actor actor, Flash flash) {
        try {
            var id = senders.make(form.wish(), form.privateKey(), actor);
            senders.look(id);
            flash.done("senders.made");
            return to(id);
        } catch (Problem.Invalid e) {
            return fresh(form, Errors.of(e));
        }
    }

    @GetMapping("/{id}")
    SenderPage one(@PathVariable UUID id) {
        return page(id, null, Errors.none());
    }

    @GetMapping("/{id}/edit")
    SenderFormPage edit(@PathVariable UUID id) {
        return edit(id, SenderForm.of(senders.get(id)), Errors.none());
    }

    @PostMapping("/{id}/edit")
    Reply change(@PathVariable UUID id, SenderForm form, Actor actor, Flash flash) {
        try {
            senders.change(id, form.seen(), form.wish(), actor);
            senders.look(id);
            flash.done("senders.changed");
            return to(id);
        } catch (Problem.Invalid e) {
            return edit(id, form, Errors.of(e));
        }
    }

    @PostMapping("/{id}/look")
    Redirect look(@PathVariable UUID id) {
        senders.look(id);
        return to(id);
    }

    @PostMapping("/{id}/key")
    Reply renewKey(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String selector,
            @RequestParam(defaultValue = "") String privateKey,
            Actor actor,
            Flash flash) {
        try {
            senders.renewKey(id, selector, privateKey, actor);
            senders.look(id);
            flash.done("senders.key.renewed");
            return to(id);
        } catch (Problem.Invalid e) {
            return page(id, null, Errors.of(e));
        }
    }

    @PostMapping("/{id}/provider")
    SenderPage setProvider(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String key,
            Actor actor) {
        try {
            var secret = hooks.set(id, Provider.of(provider), new Hooks.Given(topic, key), actor);
            return page(id, secret.orElse(null), Errors.none());
        } catch (Problem.Invalid e) {
            return page(id, null, Errors.of(e));
        }
    }

    @GetMapping("/{id}/removal")
    SenderRemovalPage removal(@PathVariable UUID id) {
        return new SenderRemovalPage(senders.get(id));
    }

    @PostMapping("/{id}/removal")
    Redirect remove(@PathVariable UUID id, Actor actor, Flash flash) {
        senders.remove(id, actor);
        flash.done("senders.removed");
        return Redirect.to("/senders");
    }

    private SenderPage page(UUID id, @Nullable String secret, Errors errors) {
        var sender = senders.get(id);
        var telling = new SenderPage.Telling(hooks.of(id).orElse(null), house.of("/returns/" + id), secret);
        var pool = sender.pool() == null ? null : pools.get(sender.pool());
        return new SenderPage(sender, senders.recordsOf(sender), pool, telling, errors);
    }

    private SenderFormPage fresh(SenderForm form, Errors errors) {
        return new SenderFormPage("/senders", true, form, pools.all(), errors);
    }

    private SenderFormPage edit(UUID id, SenderForm form, Errors errors) {
        return new SenderFormPage("/senders/" + id + "/edit", false, form, pools.all(), errors);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/senders/" + id);
    }
}
