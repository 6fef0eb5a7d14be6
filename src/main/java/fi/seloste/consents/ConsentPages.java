package fi.seloste.consents;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Register;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's consents for staff: write one down with what shows it, read one, take one back. */
@Controller
@RequestMapping("/people/{id}/consents")
@Needs(
        purpose = {Purpose.RIGHTS, Purpose.MARKETING, Purpose.REFERENCES, Purpose.ANALYTICS},
        action = Action.CHANGE,
        chosen = true)
class ConsentPages {

    private final Consents consents;
    private final ConsentDesk desk;
    private final ConsentDrafts drafts;
    private final Register register;
    private final Purposes purposes;

    ConsentPages(Consents consents, ConsentDesk desk, ConsentDrafts drafts, Register register, Purposes purposes) {
        this.consents = consents;
        this.desk = desk;
        this.drafts = drafts;
        this.register = register;
        this.purposes = purposes;
    }

    @GetMapping("/new")
    ConsentFormPage fresh(
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String wording,
            Purpose purpose,
            SignedIn viewer) {
        return form(id, drafts.empty(wording, viewer), purpose, viewer, Errors.none());
    }

    @PostMapping
    Reply give(@PathVariable PersonId id, ConsentForm form, Purpose purpose, SignedIn viewer, Flash flash) {
        try {
            purposes.as(purpose, () -> {
                consents.give(id, drafts.agreement(form), viewer.actor());
            });
            flash.done("consents.given");
            return home(id, purpose, viewer);
        } catch (Problem.Invalid e) {
            return form(id, form, purpose, viewer, Errors.of(e));
        }
    }

    @GetMapping("/{consent}")
    @Needs(
            purpose = {Purpose.RIGHTS, Purpose.MARKETING, Purpose.REFERENCES, Purpose.ANALYTICS},
            chosen = true)
    ConsentPage one(@PathVariable PersonId id, @PathVariable UUID consent, Purpose purpose, SignedIn viewer) {
        return purposes.as(purpose, () -> {
            register.see(id, Evidence.How.PAGE, viewer.actor());
            return new ConsentPage(
                    whose(id, purpose),
                    consents.get(id, consent),
                    row(id, consent, viewer),
                    viewer.permissions().may(purpose, Action.CHANGE));
        });
    }

    @GetMapping("/{consent}/receipt")
    @Needs(
            purpose = {Purpose.RIGHTS, Purpose.MARKETING, Purpose.REFERENCES, Purpose.ANALYTICS},
            chosen = true)
    ResponseEntity<String> receipt(
            @PathVariable PersonId id, @PathVariable UUID consent, Purpose purpose, SignedIn viewer) {
        return purposes.as(purpose, () -> {
            register.see(id, Evidence.How.EXPORT, viewer.actor());
            return ReceiptFile.of(consent, consents.receipt(consents.get(id, consent)));
        });
    }

    @GetMapping("/{consent}/withdrawal")
    WithdrawalPage ask(@PathVariable PersonId id, @PathVariable UUID consent, Purpose purpose, SignedIn viewer) {
        return purposes.as(purpose, () -> new WithdrawalPage(whose(id, purpose), row(id, consent, viewer)));
    }

    @PostMapping("/{consent}/withdrawal")
    Reply withdraw(
            @PathVariable PersonId id,
            @PathVariable UUID consent,
            @RequestParam(defaultValue = "phone") String how,
            Purpose purpose,
            SignedIn viewer,
            Flash flash) {
        purposes.as(purpose, () -> {
            consents.withdraw(id, consent, Way.of(how), viewer.actor());
        });
        flash.done("consents.withdrawn");
        return home(id, purpose, viewer);
    }

    private ConsentPanel.Row row(PersonId id, UUID consent, SignedIn viewer) {
        return desk.rows(consents.of(id), viewer.locale()).stream()
                .filter(row -> row.id().equals(consent))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("consent"));
    }

    private ConsentFormPage form(PersonId id, ConsentForm form, Purpose purpose, SignedIn viewer, Errors errors) {
        return purposes.as(
                purpose,
                () -> new ConsentFormPage(
                        whose(id, purpose),
                        drafts.wordings(viewer.locale()),
                        drafts.declared(viewer.locale()),
                        form,
                        errors));
    }

    private ConsentFormPage.Whose whose(PersonId id, Purpose purpose) {
        return new ConsentFormPage.Whose(id.toString(), register.get(id).name().shown(), purpose);
    }

    /** Back to the card as it was open: in the viewer's own purpose, which the purpose of consents is often not. */
    private static Redirect home(PersonId id, Purpose purpose, SignedIn viewer) {
        boolean byDefault = List.of(Purpose.CUSTOMER, Purpose.SUPPORT).stream()
                .anyMatch(one -> viewer.permissions().may(one, Action.SEE));
        return Redirect.to("/people/" + id + (byDefault || !purpose.isOfStaff() ? "" : "?as=" + purpose.code()));
    }
}
