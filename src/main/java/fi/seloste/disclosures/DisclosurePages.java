package fi.seloste.disclosures;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.register.PersonRow;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Option;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Disclosures in the order of the work: see, write down, name whom it concerns, decide, and tell them when the law allows it. */
@Controller
@RequestMapping("/disclosures")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class DisclosurePages {

    private final Disclosures disclosures;
    private final AfterSecrecy telling;
    private final Notice notice;

    DisclosurePages(Disclosures disclosures, AfterSecrecy telling, Notice notice) {
        this.disclosures = disclosures;
        this.telling = telling;
        this.notice = notice;
    }

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    DisclosureListPage list() {
        return new DisclosureListPage(disclosures.list(), disclosures.counted(), disclosures.today());
    }

    @GetMapping("/new")
    DisclosureFormPage fresh() {
        return fresh(DisclosureForm.empty(disclosures.today()), Errors.none());
    }

    private static DisclosureFormPage fresh(DisclosureForm form, Errors errors) {
        return new DisclosureFormPage("/disclosures", true, true, form, errors);
    }

    @PostMapping
    Reply record(DisclosureForm form, Actor actor, Flash flash) {
        try {
            var id = disclosures.record(form.demand(), form.secrecy(), List.of(), actor);
            flash.done("disclosures.recorded");
            return to(id);
        } catch (Problem.Invalid e) {
            return fresh(form, Errors.of(e));
        }
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.RIGHTS)
    DisclosurePage one(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, SignedIn viewer) {
        return page(id, q, DecisionForm.empty(disclosures.today()), viewer, Errors.none());
    }

    private DisclosurePage page(UUID id, String asked, DecisionForm form, SignedIn viewer, Errors errors) {
        var disclosure = disclosures.get(id);
        var named = disclosures.concerned(id, Evidence.How.PAGE, viewer.actor());
        var whom = new DisclosurePage.Whom(
                named,
                disclosures.people(id) - named.size(),
                asked,
                asked.isBlank() || !disclosure.isOpen() ? List.of() : disclosures.search(asked, viewer.actor()));
        var untold = disclosure.toTell() ? telling.untold(id, viewer.actor()) : List.<PersonRow>of();
        var categories = notice.inForce().processing().categories().values().stream()
                .map(category -> new Option(category.id(), category.name().in(viewer.locale())))
                .toList();
        return new DisclosurePage(disclosure, whom, untold, categories, form, disclosures.today(), errors);
    }

    @GetMapping("/{id}/facts")
    DisclosureFormPage facts(@PathVariable UUID id) {
        var disclosure = disclosures.get(id);
        return facts(disclosure, DisclosureForm.of(disclosure), Errors.none());
    }

    private static DisclosureFormPage facts(Disclosure one, DisclosureForm form, Errors errors) {
        var secrecy = one.secrecy() == null || one.isSecret();
        return new DisclosureFormPage("/disclosures/" + one.id() + "/facts", false, secrecy, form, errors);
    }

    @PostMapping("/{id}/facts")
    Reply complete(@PathVariable UUID id, DisclosureForm form, Actor actor, Flash flash) {
        try {
            var version = Objects.requireNonNullElse(form.version(), 0);
            disclosures.complete(id, form.demand(), form.secrecy(), version, actor);
            flash.done("disclosures.completed");
            return to(id);
        } catch (Problem.Invalid e) {
            return facts(disclosures.get(id), form, Errors.of(e));
        }
    }

    @PostMapping("/{id}/people")
    Redirect name(@PathVariable UUID id, @RequestParam PersonId person, Actor actor, Flash flash) {
        disclosures.name(id, person, actor);
        flash.done("disclosures.people.named");
        return to(id);
    }

    @PostMapping("/{id}/people/{person}/removal")
    Redirect unname(@PathVariable UUID id, @PathVariable PersonId person, Actor actor, Flash flash) {
        disclosures.unname(id, person, actor);
        flash.done("disclosures.people.removed");
        return to(id);
    }

    @PostMapping("/{id}/decision")
    Reply decide(@PathVariable UUID id, DecisionForm form, SignedIn viewer, Flash flash) {
        try {
            disclosures.decide(id, form.answer(), viewer.actor());
            flash.done("disclosures.isDecided");
            return to(id);
        } catch (Problem.Invalid e) {
            return page(id, "", form, viewer, Errors.of(e));
        }
    }

    @PostMapping("/{id}/secrecy")
    Reply prolong(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String secretUntil,
            @RequestParam(defaultValue = "") String secretBy,
            SignedIn viewer,
            Flash flash) {
        try {
            var until = Typed.neededDay("secretUntil", secretUntil);
            var by = Typed.needed("secretBy", secretBy, Length.LINE);
            disclosures.prolong(id, new Disclosure.Secrecy(until, by, null), viewer.actor());
            flash.done("disclosures.secrecy.prolonged");
            return to(id);
        } catch (Problem.Invalid e) {
            return page(id, "", DecisionForm.empty(disclosures.today()), viewer, Errors.of(e));
        }
    }

    @PostMapping("/{id}/secrecy-end")
    Reply endSecrecy(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String endedFor,
            @RequestParam(defaultValue = "false") boolean toTell,
            SignedIn viewer,
            Flash flash) {
        try {
            disclosures.endSecrecy(id, endedFor, toTell, viewer.actor());
            flash.done("disclosures.secrecy.ended");
            return to(id);
        } catch (Problem.Invalid e) {
            return page(id, "", DecisionForm.empty(disclosures.today()), viewer, Errors.of(e));
        }
    }

    @PostMapping("/{id}/letters")
    Redirect write(@PathVariable UUID id, Actor actor, Flash flash) {
        flash.done("disclosures.telling.written", telling.write(id, actor));
        return to(id);
    }

    @PostMapping("/{id}/people/{person}/telling")
    Redirect note(
            @PathVariable UUID id,
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String how,
            Actor actor,
            Flash flash) {
        telling.note(id, person, how, actor);
        flash.done("disclosures.telling.noted");
        return to(id);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/disclosures/" + id);
    }
}
