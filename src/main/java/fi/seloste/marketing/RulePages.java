package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the house has set: seen by whoever markets, set by whoever manages marketing. */
@Controller
@RequestMapping("/marketing/rules")
@Needs(purpose = Purpose.MARKETING, whole = true)
class RulePages {

    private final Ruling ruling;
    private final SecondPerson secondPerson;

    RulePages(Ruling ruling, SecondPerson secondPerson) {
        this.ruling = ruling;
        this.secondPerson = secondPerson;
    }

    @GetMapping
    RulePage rules() {
        return page(RuleForm.of(ruling.now()), Errors.none());
    }

    private RulePage page(RuleForm form, Errors errors) {
        return new RulePage(form, secondPerson.whoMay().size(), errors);
    }

    @PostMapping
    @Needs(purpose = Purpose.MARKETING, action = Action.MANAGE, whole = true)
    Reply set(RuleForm form, Actor actor, Flash flash) {
        try {
            ruling.set(form.rule(), actor);
            flash.done("marketing.rules.kept");
            return Redirect.to("/marketing/rules");
        } catch (Problem.Invalid e) {
            return page(form, Errors.of(e));
        }
    }
}
