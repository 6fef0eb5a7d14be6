package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Takes a new organisation into the register. */
@Controller
@RequestMapping("/organisations/new")
@Needs(
        purpose = {Purpose.CUSTOMER, Purpose.SUPPORT},
        action = Action.CHANGE,
        chosen = true)
class NewFirmPages {

    private final OrganisationRegister register;
    private final FirmsAlike alike;
    private final Choices choices;
    private final Purposes purposes;
    private final Days days;

    NewFirmPages(OrganisationRegister register, FirmsAlike alike, Choices choices, Purposes purposes, Days days) {
        this.register = register;
        this.alike = alike;
        this.choices = choices;
        this.purposes = purposes;
        this.days = days;
    }

    @GetMapping
    NewFirmPage blank(Newly newly) {
        return page(newly, NewFirmForm.empty(days.today()), List.of(), Errors.none());
    }

    @PostMapping
    Reply add(Newly newly, NewFirmForm form, Flash flash) {
        newly.must(Ability.EDIT);
        try {
            var wanted = form.organisation(days.today());
            var found = form.isApart()
                    ? List.<NewcomerPage.Alike>of()
                    : purposes.as(newly.purpose(), () -> alike.of(newly, form));
            if (!found.isEmpty()) {
                return page(newly, form, found, Errors.none());
            }
            var id = purposes.as(newly.purpose(), () -> register.add(wanted, newly.actor()));
            flash.done("cards.new.done");
            return Redirect.to(newly.with("/organisations/" + id));
        } catch (Problem.Invalid problem) {
            return page(newly, form, List.of(), Errors.of(problem));
        }
    }

    private NewFirmPage page(Newly newly, NewFirmForm form, List<NewcomerPage.Alike> found, Errors errors) {
        newly.must(Ability.EDIT);
        var owner = Objects.requireNonNullElse(form.owner(), "");
        var owners = purposes.as(newly.purpose(), () -> choices.owners(owner));
        return new NewFirmPage(newly.purpose().code(), form.shown(), found, owners, errors);
    }
}
