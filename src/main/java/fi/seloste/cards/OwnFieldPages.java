package fi.seloste.cards;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.forms.Forms;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Fields of this company's own: declare, rename, say what they are, retire. Their values obey the category of the notice that each belongs to. */
@Controller
@RequestMapping("/settings/fields")
@Needs(purpose = Purpose.CUSTOMER, action = Action.MANAGE)
class OwnFieldPages {

    private final OwnFields fields;
    private final Filings filings;
    private final Forms forms;
    private final Purposes purposes;

    OwnFieldPages(OwnFields fields, Filings filings, Forms forms, Purposes purposes) {
        this.fields = fields;
        this.filings = filings;
        this.forms = forms;
        this.purposes = purposes;
    }

    @GetMapping
    OwnFieldsPage list(Locale language) {
        return page(OwnFieldForm.empty(), Errors.none(), language);
    }

    @PostMapping
    Reply declare(OwnFieldForm form, Flash flash, Locale language) {
        try {
            var wanted = form.field();
            purposes.as(Purpose.CUSTOMER, () -> fields.declare(wanted));
            flash.done("cards.own.declared", wanted.name());
            return Redirect.to("/settings/fields");
        } catch (Problem.Invalid problem) {
            return page(form, errors(problem), language);
        }
    }

    @GetMapping("/{field}")
    OwnFieldPage edit(@PathVariable UUID field, Locale language) {
        var there = get(field);
        return page(there, OwnFieldForm.of(there), Errors.none(), language);
    }

    @PostMapping("/{field}")
    Reply change(@PathVariable UUID field, OwnFieldForm form, Actor actor, Flash flash, Locale language) {
        try {
            formsMustAllow(field, form.category());
            purposes.as(Purpose.CUSTOMER, () -> change(field, form, actor));
            flash.done("cards.own.changed", Objects.requireNonNullElse(form.name(), ""));
            return Redirect.to("/settings/fields");
        } catch (Problem.Invalid problem) {
            return page(get(field), form.shown(), errors(problem), language);
        }
    }

    /** A form told its visitors what it asks a field for: the field goes nowhere where that would not hold any more. */
    private void formsMustAllow(UUID field, @Nullable String category) {
        if (category == null || category.equals(get(field).category())) {
            return;
        }
        var barring = forms.barring(field, category);
        if (!barring.isEmpty()) {
            throw Problem.invalid("belongs", "cards.own.belongs.forms", String.join(", ", barring));
        }
    }

    private void change(UUID field, OwnFieldForm form, Actor actor) {
        var name = Objects.requireNonNullElse(form.name(), "");
        var place =
                Objects.requireNonNullElse(form.position(), fields.get(field).position());
        fields.change(field, name, form.listed(), place);
        var category = form.category();
        if (category != null) {
            file(field, category, actor);
        }
    }

    /** What is in the way is said at the choice, beside what was written. */
    private void file(UUID field, String category, Actor actor) {
        try {
            fields.file(field, category, actor);
        } catch (Problem.Conflict inTheWay) {
            throw Problem.invalid("belongs", inTheWay.key(), inTheWay.arguments());
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
        var asking = forms.asking(field);
        return purposes.as(
                Purpose.CUSTOMER,
                () -> new RetirementPage(
                        fields.get(field), fields.uses(field), fields.outOfReach(field), asking, errors));
    }

    private CustomField get(UUID field) {
        return purposes.as(Purpose.CUSTOMER, () -> fields.get(field));
    }

    /** What the register calls a category is what the form asks as what it is. */
    private static Errors errors(Problem.Invalid problem) {
        return Errors.of("category".equals(problem.field()) ? problem.in("belongs") : problem);
    }

    private OwnFieldPage page(CustomField field, OwnFieldForm form, Errors errors, Locale language) {
        return purposes.as(Purpose.CUSTOMER, () -> new OwnFieldPage(field, form, filings.of(field, language), errors));
    }

    private OwnFieldsPage page(OwnFieldForm form, Errors errors, Locale language) {
        return purposes.as(
                Purpose.CUSTOMER,
                () -> new OwnFieldsPage(
                        fields.of(CustomField.Holder.PERSON),
                        fields.of(CustomField.Holder.ORGANISATION),
                        filings.all(language),
                        form.shown(),
                        errors));
    }
}
