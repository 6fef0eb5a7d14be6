package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.notice.Notice;
import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Fields of this company's own: declare, rename, retire. Their values obey one category of the notice. */
@Controller
@RequestMapping("/settings/fields")
@Needs(purpose = Purpose.CUSTOMER, action = Action.MANAGE)
class OwnFieldPages {

    /** The category of the table that holds the values. */
    private static final String CATEGORY = "relationship-notes";

    private final OwnFields fields;
    private final Notice notice;
    private final Purposes purposes;

    OwnFieldPages(OwnFields fields, Notice notice, Purposes purposes) {
        this.fields = fields;
        this.notice = notice;
        this.purposes = purposes;
    }

    @GetMapping
    OwnFieldsPage list(Locale language) {
        return page(OwnFieldForm.empty(), Errors.none(), language);
    }

    @PostMapping
    Reply declare(OwnFieldForm form, Flash flash, Locale language) {
        try {
            var wanted = form.field(CATEGORY);
            purposes.as(Purpose.CUSTOMER, () -> fields.declare(wanted));
            flash.done("cards.own.declared", wanted.name());
            return Redirect.to("/settings/fields");
        } catch (Problem.Invalid problem) {
            return page(form, Errors.of(problem), language);
        }
    }

    @GetMapping("/{field}")
    OwnFieldPage edit(@PathVariable UUID field) {
        var there = get(field);
        return new OwnFieldPage(there, OwnFieldForm.of(there), Errors.none());
    }

    @PostMapping("/{field}")
    Reply change(@PathVariable UUID field, OwnFieldForm form, Flash flash) {
        try {
            var name = Objects.requireNonNullElse(form.name(), "");
            var place = Objects.requireNonNullElse(form.position(), get(field).position());
            purposes.as(Purpose.CUSTOMER, () -> fields.change(field, name, form.listed(), place));
            flash.done("cards.own.changed", name);
            return Redirect.to("/settings/fields");
        } catch (Problem.Invalid problem) {
            return new OwnFieldPage(get(field), form.shown(), Errors.of(problem));
        }
    }

    @GetMapping("/{field}/removal")
    RetirementPage beforeRetiring(@PathVariable UUID field) {
        return retirement(field, Errors.none());
    }

    @PostMapping("/{field}/removal")
    Reply retire(@PathVariable UUID field, @RequestParam(defaultValue = "") String word, Flash flash) {
        var there = get(field);
        if (!word.strip().equals(there.name())) {
            return retirement(field, Errors.of(Problem.invalid("word", "cards.own.word", there.name())));
        }
        purposes.as(Purpose.CUSTOMER, () -> fields.remove(field));
        flash.done("cards.own.retired", there.name());
        return Redirect.to("/settings/fields");
    }

    private RetirementPage retirement(UUID field, Errors errors) {
        return purposes.as(Purpose.CUSTOMER, () -> new RetirementPage(fields.get(field), fields.uses(field), errors));
    }

    private CustomField get(UUID field) {
        return purposes.as(Purpose.CUSTOMER, () -> fields.get(field));
    }

    private OwnFieldsPage page(OwnFieldForm form, Errors errors, Locale language) {
        var category = notice.inForce()
                .category(CATEGORY)
                .map(c -> c.name().in(language))
                .orElse(CATEGORY);
        return purposes.as(
                Purpose.CUSTOMER,
                () -> new OwnFieldsPage(
                        fields.of(CustomField.Holder.PERSON),
                        fields.of(CustomField.Holder.ORGANISATION),
                        category,
                        form.shown(),
                        errors));
    }
}
