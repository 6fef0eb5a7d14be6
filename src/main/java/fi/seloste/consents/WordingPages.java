package fi.seloste.consents;

import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words that people are asked by: see them, write the next version. */
@Controller
@RequestMapping("/consents")
@Needs(purpose = {Purpose.RIGHTS, Purpose.MARKETING})
class WordingPages {

    private final Consents consents;
    private final ConsentPurposes declared;
    private final ConsentDrafts drafts;
    private final Purposes purposes;

    WordingPages(Consents consents, ConsentPurposes declared, ConsentDrafts drafts, Purposes purposes) {
        this.consents = consents;
        this.declared = declared;
        this.drafts = drafts;
        this.purposes = purposes;
    }

    @GetMapping
    WordingsPage list(Purpose purpose, SignedIn viewer) {
        return purposes.as(purpose, () -> {
            var counted = consents.standing();
            return new WordingsPage(
                    consents.wordings().stream()
                            .map(one -> new WordingsPage.Row(
                                    declared.name(one.aim(), viewer.locale()),
                                    one,
                                    counted.getOrDefault(one.aim(), 0L)))
                            .toList(),
                    viewer.permissions().may(purpose, Action.CHANGE),
                    purpose.code());
        });
    }

    @GetMapping("/new")
    @Needs(
            purpose = {Purpose.RIGHTS, Purpose.MARKETING},
            action = Action.CHANGE)
    WordingFormPage fresh(@RequestParam(required = false) @Nullable UUID wording, Purpose purpose, SignedIn viewer) {
        var form = wording == null
                ? new WordingForm("", "", viewer.account().language(), "")
                : purposes.as(
                        purpose,
                        () -> WordingForm.of(
                                consents.wording(wording).orElseThrow(() -> Problem.notFound("consentText"))));
        return page(form, purpose, viewer, Errors.none());
    }

    @PostMapping
    @Needs(
            purpose = {Purpose.RIGHTS, Purpose.MARKETING},
            action = Action.CHANGE)
    Reply write(WordingForm form, Purpose purpose, SignedIn viewer, Flash flash) {
        try {
            var words = form.words();
            var kept = purposes.as(purpose, () -> consents.write(form.aim(), words, viewer.actor()));
            flash.done("consents.wordings.kept", kept.version());
            return Redirect.to("/consents");
        } catch (Problem.Invalid e) {
            return page(form, purpose, viewer, Errors.of(e));
        }
    }

    private WordingFormPage page(WordingForm form, Purpose purpose, SignedIn viewer, Errors errors) {
        return new WordingFormPage(drafts.declared(viewer.locale()), form, purpose.code(), errors);
    }
}
