package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Reply;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Acts on a request that need a word of reason: each a small form over the request's page. */
@Controller
@RequestMapping("/rights/requests/{id}")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class ActPages {

    private final Rights rights;
    private final Identity identity;
    private final Lifting lifting;
    private final Weighing weighing;
    private final Narrowing narrowing;
    private final RequestDesk desk;
    private final fi.seloste.store.Purposes purposes;

    ActPages(
            Rights rights,
            Identity identity,
            Lifting lifting,
            Weighing weighing,
            Narrowing narrowing,
            RequestDesk desk,
            fi.seloste.store.Purposes purposes) {
        this.rights = rights;
        this.identity = identity;
        this.lifting = lifting;
        this.weighing = weighing;
        this.narrowing = narrowing;
        this.desk = desk;
        this.purposes = purposes;
    }

    @GetMapping("/{act:extension|suspension|withdrawal|lifting}")
    ActPage ask(@PathVariable RequestId id, @PathVariable String act) {
        return ActPage.of(act, rights.get(id), List.of());
    }

    @PostMapping("/extension")
    Reply extend(@PathVariable RequestId id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        rights.extend(id, reason, actor);
        return RequestPages.to(id);
    }

    @PostMapping("/suspension")
    Reply suspend(@PathVariable RequestId id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        rights.suspend(id, reason, false, actor);
        return RequestPages.to(id);
    }

    @PostMapping("/resumption")
    Reply resume(@PathVariable RequestId id, Actor actor) {
        rights.resume(id, actor);
        return RequestPages.to(id);
    }

    @PostMapping("/withdrawal")
    Reply withdraw(@PathVariable RequestId id, Actor actor) {
        rights.withdraw(id, actor);
        return RequestPages.to(id);
    }

    @PostMapping("/lifting")
    Reply lift(@PathVariable RequestId id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        if (reason.isBlank()) {
            throw Problem.invalid("reason", "rights.reason.missing");
        }
        lifting.lift(id, reason.strip(), actor);
        return RequestPages.to(id);
    }

    /** None chosen means everything. */
    @PostMapping("/parts")
    Reply narrow(
            @PathVariable RequestId id, @RequestParam(required = false) @Nullable List<String> category, Actor actor) {
        narrowing.narrow(id, category == null ? List.of() : category, actor);
        return RequestPages.to(id);
    }

    @GetMapping("/balancing")
    ActPage weigh(@PathVariable RequestId id) {
        var outcomes = Arrays.stream(Balancing.Outcome.values())
                .map(Balancing.Outcome::code)
                .toList();
        return ActPage.of("balancing", rights.get(id), outcomes);
    }

    @PostMapping("/balancing")
    Reply weigh(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        weighing.weigh(id, outcome, reason, actor);
        return RequestPages.to(id);
    }

    @GetMapping("/refusal")
    ActPage refuse(@PathVariable RequestId id) {
        var request = rights.get(id);
        var grounds = RefusalGround.against(request.right()).stream()
                .map(RefusalGround::code)
                .toList();
        return ActPage.of("refusal", request, grounds);
    }

    @PostMapping("/refusal")
    Reply refuse(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        rights.refuse(id, ground, reason, actor);
        return RequestPages.to(id);
    }

    @GetMapping("/identity")
    ActPage prove(@PathVariable RequestId id) {
        var request = rights.get(id);
        var candidates = purposes.as(Purpose.RIGHTS, () -> desk.candidates(id));
        return new ActPage(
                "identity", id.toString(), request.number(), List.of("code", "attested", "letter"), candidates);
    }

    @PostMapping("/identity")
    Reply prove(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String person,
            Actor actor) {
        var chosen = person == null || person.isBlank() ? null : PersonId.valueOf(person);
        identity.confirm(id, new Identity.Said(how, reason, chosen), actor);
        return RequestPages.to(id);
    }
}
