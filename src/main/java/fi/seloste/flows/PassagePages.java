package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Said;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on the way through a flow, and who left it; whoever is shown was consulted. */
@Controller
@RequestMapping("/marketing/flows/{id}/people")
@Needs(purpose = Purpose.MARKETING, whole = true)
class PassagePages {

    private static final int SHOWN = 50;

    private final Flows flows;
    private final OnTheWay onTheWay;
    private final Whereabouts whereabouts;
    private final Titles titles;
    private final Register register;
    private final Purposes purposes;

    PassagePages(
            Flows flows,
            OnTheWay onTheWay,
            Whereabouts whereabouts,
            Titles titles,
            Register register,
            Purposes purposes) {
        this.flows = flows;
        this.onTheWay = onTheWay;
        this.whereabouts = whereabouts;
        this.titles = titles;
        this.register = register;
        this.purposes = purposes;
    }

    @GetMapping
    PassageListPage list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID step,
            @RequestParam(defaultValue = "false") boolean left,
            @RequestParam(required = false) @Nullable String after,
            SignedIn viewer) {
        var mark = Paging.of(null, after).afterId();
        return purposes.as(
                Purpose.MARKETING, () -> left ? left(id, mark, viewer.actor()) : there(id, step, mark, viewer.actor()));
    }

    private PassageListPage there(UUID id, @Nullable UUID step, @Nullable UUID mark, Actor actor) {
        var flow = flows.get(id);
        var read = whereabouts.there(id, step, mark, SHOWN + 1);
        var shown = read.subList(0, Math.min(SHOWN, read.size()));
        var names = names(shown.stream().map(Passage.There::person).toList(), actor);
        var said = said(flow);
        var rows = shown.stream()
                .map(one -> new PassageListPage.Row(
                        one.id(),
                        one.person(),
                        names.getOrDefault(one.person(), ""),
                        said.apply(one.step()),
                        one.since(),
                        one.due()))
                .toList();
        return new PassageListPage(
                flow,
                new PassageListPage.Which(false, step == null ? null : said.apply(step)),
                rows,
                read.size() > SHOWN ? shown.getLast().id().toString() : null);
    }

    /** What steps say; the same step may have said something else in an earlier edition. */
    private Function<UUID, Said> said(Flow flow) {
        var editions = flows.editions(flow.id());
        return step -> editions.stream()
                .map(Edition::drawing)
                .filter(drawing -> drawing.find(step).isPresent())
                .findFirst()
                .map(drawing -> titles.of(drawing, drawing.get(step)))
                .orElse(Said.of("lists.unknown"));
    }

    private PassageListPage left(UUID id, @Nullable UUID mark, Actor actor) {
        var read = whereabouts.gone(id, mark, SHOWN + 1);
        var shown = read.subList(0, Math.min(SHOWN, read.size()));
        var names = names(shown.stream().map(Passage.Left::person).toList(), actor);
        var rows = shown.stream()
                .map(one -> new PassageListPage.Row(
                        one.id(),
                        one.person(),
                        names.getOrDefault(one.person(), ""),
                        Said.of(Whys.key(one.why())),
                        one.at(),
                        null))
                .toList();
        return new PassageListPage(
                flows.get(id),
                new PassageListPage.Which(true, null),
                rows,
                read.size() > SHOWN ? shown.getLast().id().toString() : null);
    }

    private Map<PersonId, String> names(List<PersonId> people, Actor actor) {
        return register.rows(people.stream().distinct().toList(), Evidence.How.LIST, actor).stream()
                .collect(Collectors.toMap(PersonRow::id, PersonRow::name));
    }

    @PostMapping("/{passage}/removal")
    @Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
    Redirect takeOut(@PathVariable UUID id, @PathVariable UUID passage, Actor actor, Flash flash) {
        onTheWay.takeOut(id, passage, actor);
        flash.done("flows.takenOut");
        return Redirect.to("/marketing/flows/" + id + "/people");
    }
}
