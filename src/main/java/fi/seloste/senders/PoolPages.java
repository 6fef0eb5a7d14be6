package fi.seloste.senders;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pools of mail servers, for whoever runs the house. */
@Controller
@RequestMapping("/senders/pools")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class PoolPages {

    private final Pools pools;
    private final Clock clock;

    PoolPages(Pools pools, Clock clock) {
        this.pools = pools;
        this.clock = clock;
    }

    @GetMapping("/new")
    PoolFormPage fresh() {
        return new PoolFormPage("/senders/pools", true, PoolForm.empty(), Errors.none());
    }

    @PostMapping
    Reply make(PoolForm form, Actor actor, Flash flash) {
        try {
            var id = pools.make(form.wish(), actor);
            flash.done("senders.pool.made");
            return to(id);
        } catch (Problem.Invalid e) {
            return new PoolFormPage("/senders/pools", true, form, Errors.of(e));
        }
    }

    @GetMapping("/{id}")
    PoolPage one(@PathVariable UUID id) {
        return page(id, Errors.none());
    }

    @GetMapping("/{id}/edit")
    PoolFormPage edit(@PathVariable UUID id) {
        return edit(id, PoolForm.of(pools.get(id)), Errors.none());
    }

    @PostMapping("/{id}/edit")
    Reply change(@PathVariable UUID id, PoolForm form, Actor actor, Flash flash) {
        try {
            pools.change(id, form.seen(), form.wish(), actor);
            flash.done("senders.pool.changed");
            return to(id);
        } catch (Problem.Invalid e) {
            return edit(id, form, Errors.of(e));
        }
    }

    @PostMapping("/{id}/servers")
    Reply addServer(@PathVariable UUID id, ServerForm form, Actor actor, Flash flash) {
        try {
            pools.addServer(id, form.access(), form.password(), actor);
            flash.done("senders.server.added");
            return to(id);
        } catch (Problem.Invalid e) {
            return page(id, Errors.of(e));
        }
    }

    @PostMapping("/{id}/servers/{server}/removal")
    Redirect removeServer(@PathVariable UUID id, @PathVariable UUID server, Actor actor, Flash flash) {
        pools.removeServer(id, server, actor);
        flash.done("senders.server.removed");
        return to(id);
    }

    @PostMapping("/{id}/trial")
    Redirect tryOut(@PathVariable UUID id, Flash flash) {
        int failing = pools.tryOut(id);
        if (failing == 0) {
            flash.done("senders.pool.tried");
        } else {
            flash.warn("senders.pool.tried.failing", failing);
        }
        return to(id);
    }

    @GetMapping("/{id}/removal")
    PoolRemovalPage removal(@PathVariable UUID id) {
        return new PoolRemovalPage(pools.get(id));
    }

    @PostMapping("/{id}/removal")
    Redirect remove(@PathVariable UUID id, Actor actor, Flash flash) {
        pools.remove(id, actor);
        flash.done("senders.pool.removed");
        return Redirect.to("/senders");
    }

    private PoolPage page(UUID id, Errors errors) {
        return new PoolPage(pools.get(id), clock.instant(), errors);
    }

    private static PoolFormPage edit(UUID id, PoolForm form, Errors errors) {
        return new PoolFormPage("/senders/pools/" + id + "/edit", false, form, errors);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/senders/pools/" + id);
    }
}
