package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.Both;
import fi.seloste.register.Change;
import fi.seloste.register.OrganisationField;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.OwnFields;
import fi.seloste.register.PersonField;
import fi.seloste.register.Register;
import fi.seloste.register.Stale;
import fi.seloste.register.Timeline;
import fi.seloste.ui.Errors;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes one field of a person or an organisation, the product's or this company's own. */
@Component
class FieldDesk {

    private final Register register;
    private final OrganisationRegister organisations;
    private final OwnFields own;
    private final Timeline timeline;
    private final Choices choices;

    FieldDesk(
            Register register, OrganisationRegister organisations, OwnFields own, Timeline timeline, Choices choices) {
        this.register = register;
        this.organisations = organisations;
        this.own = own;
        this.timeline = timeline;
        this.choices = choices;
    }

    FieldPage open(Viewpoint at, String code) {
        var field = field(at, code);
        var kept = field.kept();
        var form = new FieldForm(kept.value(), kept.value(), kept.version(), null);
        return new FieldPage(at, field, form, Errors.none(), null, null);
    }

    FieldPage again(Viewpoint at, String code, FieldForm form, Errors errors) {
        return new FieldPage(at, field(at, code), form, errors, null, null);
    }

    /** Both values, and who wrote the other one when. */
    FieldPage afterConflict(Viewpoint at, String code, FieldForm form) {
        var field = field(at, code);
        var kept = field.kept();
        var both = new Both(code, form.wanted(), kept.value());
        var next = new FieldForm(form.value(), kept.value(), kept.version(), form.source());
        return new FieldPage(at, field, next, Errors.none(), both, newest(at, field));
    }

    /** True where it is saved; false where the field itself was changed by somebody else since it was read. */
    boolean save(Viewpoint at, String code, FieldForm form) {
        var field = field(at, code);
        if (!field.kept().value().equals(form.seen())) {
            return field.kept().value().equals(form.wanted());
        }
        if (field.isOwn()) {
            own.set(at.party(), UUID.fromString(code), form.wanted(), at.actor());
            return true;
        }
        return written(at, code, form) || written(at, code, form.against(version(field)));
    }

    /** The version counts every change of the person; only one of this very field is a conflict. */
    private boolean written(Viewpoint at, String code, FieldForm form) {
        try {
            if (at.isPerson()) {
                register.change(at.person(), form.edit(PersonField.of(code)), at.actor());
            } else {
                organisations.change(at.organisation(), form.edit(OrganisationField.of(code)), at.actor());
            }
            return true;
        } catch (Problem.Conflict conflict) {
            if (!conflict.key().equals(Stale.KEY)) {
                throw conflict;
            }
            return false;
        }
    }

    private static int version(Field field) {
        return Objects.requireNonNullElse(field.kept().version(), 0);
    }

    private @Nullable Change newest(Viewpoint at, Field field) {
        if (!at.seesHistory()) {
            return null;
        }
        var name = field.name() == null ? field.code() : field.name();
        return timeline.history(at.party(), name, 1, null).items().stream()
                .findFirst()
                .orElse(null);
    }

    private Field field(Viewpoint at, String code) {
        if (code.matches(Choices.ID)) {
            return ownField(at, UUID.fromString(code));
        }
        return at.isPerson() ? ofPerson(at, PersonField.of(code)) : ofOrganisation(at, OrganisationField.of(code));
    }

    private Field ofPerson(Viewpoint at, PersonField field) {
        var person = register.get(at.person());
        var value = Objects.requireNonNullElse(person.value(field), "");
        var kept = new Field.Kept(value, person.version());
        return switch (field) {
            case LANGUAGE ->
                new Field(field.code(), Field.Input.CHOICE, null, choices.languages(at.locale(), value), kept);
            case OWNER -> new Field(field.code(), Field.Input.CHOICE, null, choices.owners(value), kept);
            case ROLE_REASON -> area(field.code(), kept);
            case NAME, GIVEN_NAME, FAMILY_NAME, JOB_TITLE, DEPARTMENT, SOURCE_DETAIL -> text(field.code(), kept);
        };
    }

    private Field ofOrganisation(Viewpoint at, OrganisationField field) {
        var organisation = organisations.get(at.organisation());
        var value = Objects.requireNonNullElse(organisation.value(field), "");
        var kept = new Field.Kept(value, organisation.version());
        return field == OrganisationField.OWNER
                ? new Field(field.code(), Field.Input.CHOICE, null, choices.owners(value), kept)
                : text(field.code(), kept);
    }

    private Field ownField(Viewpoint at, UUID id) {
        at.must(Ability.VALUES);
        var found = own.values(at.party()).stream()
                .filter(v -> v.field().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("customField"));
        var kept = new Field.Kept(Objects.requireNonNullElse(found.value(), ""), null);
        var field = found.field();
        UnaryOperator<String> words = code -> choices.yesOrNo(code, at.locale());
        return switch (field.kind()) {
            case TEXT, NUMBER -> new Field(id.toString(), Field.Input.TEXT, field.name(), List.of(), kept);
            case DATE -> new Field(id.toString(), Field.Input.DATE, field.name(), List.of(), kept);
            case CHOICE ->
                new Field(
                        id.toString(),
                        Field.Input.CHOICE,
                        field.name(),
                        Choices.orNone(field.choices(), UnaryOperator.identity()),
                        kept);
            case YES_NO ->
                new Field(
                        id.toString(),
                        Field.Input.CHOICE,
                        field.name(),
                        Choices.orNone(List.of("yes", "no"), words),
                        kept);
        };
    }

    private static Field text(String code, Field.Kept kept) {
        return new Field(code, Field.Input.TEXT, null, List.of(), kept);
    }

    private static Field area(String code, Field.Kept kept) {
        return new Field(code, Field.Input.AREA, null, List.of(), kept);
    }
}
