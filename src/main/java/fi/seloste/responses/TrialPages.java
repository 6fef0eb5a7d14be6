package fi.seloste.responses;

import fi.seloste.base.Problem;
import fi.seloste.marketing.Marketing;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Trying several subjects: plan it, see what came of it, let it be. */
@Controller
@RequestMapping("/marketing/campaigns/{id}/trial")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class TrialPages {

    private final Marketing marketing;
    private final Trying trying;
    private final Responses responses;

    TrialPages(Marketing marketing, Trying trying, Responses responses) {
        this.marketing = marketing;
        this.trying = trying;
        this.responses = responses;
    }

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    TrialPage one(@PathVariable UUID id) {
        return page(id, TrialForm.of(trying.find(id).orElse(null)), Errors.none());
    }

    private TrialPage page(UUID id, TrialForm form, Errors errors) {
        return new TrialPage(marketing.get(id), trying.find(id).orElse(null), responses.of(id), form, errors);
    }

    @PostMapping
    Reply plan(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Flash flash) {
        var form = TrialForm.of(sent);
        try {
            trying.plan(
                    id, form.version(), form.plan(marketing.get(id).content().languages()));
            flash.done("responses.trial.planned");
            return to(id);
        } catch (Problem.Invalid e) {
            return page(id, form, Errors.of(e));
        }
    }

    @PostMapping("/removal")
    Redirect remove(@PathVariable UUID id, Flash flash) {
        trying.remove(id);
        flash.done("responses.trial.removed");
        return to(id);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/marketing/campaigns/" + id);
    }
}
