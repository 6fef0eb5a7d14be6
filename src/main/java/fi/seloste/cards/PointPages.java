package fi.seloste.cards;

import fi.seloste.base.ContactPointId;
import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.ContactPoint;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Addresses, numbers, sites and handles: add, change, put first, end, remove. */
@Controller
@RequestMapping({"/people/{id}/points", "/organisations/{id}/points"})
@Writes
class PointPages {

    private final ContactDetails details;
    private final Purposes purposes;
    private final Days days;

    PointPages(ContactDetails details, Purposes purposes, Days days) {
        this.details = details;
        this.purposes = purposes;
        this.days = days;
    }

    @GetMapping("/new")
    PointPage blank(Viewpoint at, @RequestParam(defaultValue = "email") String type) {
        at.must(Ability.EDIT);
        var form = new PointForm(ContactPoint.Kind.of(type).code(), "", "", "", "", "", "");
        return new PointPage(at, null, form, Errors.none());
    }

    @PostMapping
    Reply add(Viewpoint at, PointForm form) {
        at.must(Ability.EDIT);
        try {
            purposes.as(
                    at.purpose(), () -> details.add(at.party(), form.point(), form.origin(days.today()), at.actor()));
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return new PointPage(at, null, form.shown(), errors(problem, form));
        }
    }

    @GetMapping("/{point}")
    PointPage edit(Viewpoint at, @PathVariable UUID point) {
        at.must(Ability.EDIT);
        var there = purposes.as(at.purpose(), () -> mine(at, point));
        return new PointPage(at, there, PointForm.of(there).shown(), Errors.none());
    }

    @PostMapping("/{point}")
    Reply change(Viewpoint at, @PathVariable UUID point, PointForm form) {
        at.must(Ability.EDIT);
        try {
            on(at, point, there -> change(there, form, at));
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            var there = purposes.as(at.purpose(), () -> mine(at, point));
            return new PointPage(at, there, form.shown(), errors(problem, form));
        }
    }

    @PostMapping("/{point}/{act:first|working}")
    Reply mark(Viewpoint at, @PathVariable UUID point, @PathVariable String act) {
        at.must(Ability.EDIT);
        on(at, point, there -> {
            if (act.equals("first")) {
                details.order(firstOf(at, there));
            } else {
                details.worksAgain(there.id());
            }
        });
        return Redirect.to(at.home());
    }

    @GetMapping("/{point}/removal")
    RemovalPage beforeRemoval(Viewpoint at, @PathVariable UUID point) {
        at.must(Ability.EDIT);
        var there = purposes.as(at.purpose(), () -> mine(at, point));
        return new RemovalPage(at, "cards.point.remove", there.shown(), "/points/" + point + "/removal");
    }

    @PostMapping("/{point}/removal")
    Reply remove(Viewpoint at, @PathVariable UUID point, Flash flash) {
        at.must(Ability.EDIT);
        on(at, point, there -> details.remove(there.id(), at.actor()));
        flash.done("cards.point.removed");
        return Redirect.to(at.home());
    }

    private void change(ContactPoint there, PointForm form, Viewpoint at) {
        var wanted = form.point();
        details.change(
                there.id(),
                new ContactPoint.New(there.kind(), wanted.value(), wanted.label(), wanted.usage()),
                form.knownFrom(),
                at.actor());
        if (!Objects.equals(there.validUntil(), form.until())) {
            details.endOn(there.id(), form.until(), at.actor());
        }
    }

    private List<ContactPointId> firstOf(Viewpoint at, ContactPoint first) {
        return details.pointsOf(at.party()).stream()
                .sorted(Comparator.comparing(p -> !p.id().equals(first.id())))
                .map(ContactPoint::id)
                .toList();
    }

    private void on(Viewpoint at, UUID point, Consumer<ContactPoint> act) {
        purposes.as(at.purpose(), () -> act.accept(mine(at, point)));
    }

    private ContactPoint mine(Viewpoint at, UUID point) {
        return details.pointsOf(at.party()).stream()
                .filter(p -> p.id().value().equals(point))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("contactpoint"));
    }

    /** What is no address is told beside the field it was written into. */
    private static Errors errors(Problem.Invalid problem, PointForm form) {
        var field = problem.field();
        var ofValue = field == null || field.equals(form.type());
        return new Errors(
                java.util.Map.of(ofValue ? "value" : field, fi.seloste.ui.Said.of(problem.key(), problem.arguments())));
    }
}
