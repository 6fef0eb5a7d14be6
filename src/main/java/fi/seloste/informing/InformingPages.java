package fi.seloste.informing;

import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.register.Untold;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk of Art. 14: see who is due, write to them, or note how they know. */
@Controller
@RequestMapping("/informing")
@Needs(purpose = Purpose.RIGHTS)
class InformingPages {

    private static final int SHOWN = 200;

    private final Informing informing;
    private final Clock clock;

    InformingPages(Informing informing, Clock clock) {
        this.informing = informing;
        this.clock = clock;
    }

    @GetMapping
    InformingPage list(SignedIn viewer) {
        var today = LegalTime.dayOf(clock.instant(), viewer.zone());
        return new InformingPage(informing.due(LocalDate.MAX, SHOWN, viewer.actor()), counted(today), today);
    }

    private InformingPage.Counted counted(LocalDate today) {
        return new InformingPage.Counted(
                informing.count(LocalDate.MAX).people(),
                informing.count(today.plusDays(7)).people(),
                informing.count(today.minusDays(1)).people());
    }

    @PostMapping("/letters")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Redirect write(@RequestParam(defaultValue = "") List<String> person, Actor actor, Flash flash) {
        var chosen = person.isEmpty()
                ? informing.due(LocalDate.MAX, SHOWN, actor).stream()
                        .map(Untold::id)
                        .toList()
                : person.stream().map(PersonId::valueOf).toList();
        flash.done("informing.written", informing.write(chosen, actor));
        return Redirect.to("/informing");
    }

    @GetMapping("/people/{id}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    TellingPage telling(@PathVariable PersonId id) {
        return page(id, "otherwise", "", Errors.none());
    }

    @PostMapping("/people/{id}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply tell(
            @PathVariable PersonId id, @RequestParam String how, @RequestParam String note, Actor actor, Flash flash) {
        try {
            informing.note(id, How.of(how), note, actor);
            flash.done("informing.noted");
            return Redirect.to("/informing");
        } catch (Problem.Invalid e) {
            return page(id, how, note, Errors.of(e));
        }
    }

    private TellingPage page(PersonId id, String how, String note, Errors errors) {
        var one = informing.find(id);
        return new TellingPage(id.toString(), one.name(), how, note, errors);
    }
}
