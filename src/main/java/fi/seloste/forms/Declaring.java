package fi.seloste.forms;

import fi.seloste.base.Ids;
import fi.seloste.datamap.DataMap;
import fi.seloste.notice.Category;
import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.notice.Notice;
import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.register.Source;
import fi.seloste.ui.Said;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Binds what a form asks for to the notice in force. The category is not chosen: it is that of the place where the answer is kept, as the data
 * map says. The purpose is chosen among those that the category serves.
 */
@Component
class Declaring {

    private final Notice notice;
    private final DataMap map;
    private final OwnFields own;

    Declaring(Notice notice, DataMap map, OwnFields own) {
        this.notice = notice;
        this.map = map;
        this.own = own;
    }

    /** The id of the category; of a field of the company's own it is the field's, and empty once that was retired. */
    String categoryOf(Field field) {
        var id = field.bound().own();
        return id == null
                ? categoryOf(field.kind())
                : own.find(id).map(CustomField::category).orElse("");
    }

    String categoryOf(Field.Kind kind) {
        return map.table(kind.place()).category();
    }

    /** The purposes of the notice for which the category may be used. */
    List<DeclaredPurpose> purposesOf(String category) {
        var declared = notice.inForce();
        return declared.covering(category).stream()
                .flatMap(one -> one.purposes().stream())
                .flatMap(id -> declared.purpose(id).stream())
                .toList();
    }

    /** A field of the company's own, for the first of the purposes that its category serves. */
    Field.Bound boundToOwn(String id) {
        var field = own.get(Ids.parse("kind", id));
        var purposes = purposesOf(field.category());
        return new Field.Bound(purposes.isEmpty() ? "" : purposes.getFirst().id(), field.id(), null);
    }

    String nameOf(String id) {
        return own.get(Ids.parse("kind", id)).name();
    }

    /** By which the notice declares it: itself, or what it is a part of there. */
    Optional<Category> category(String id) {
        return notice.inForce().covering(id);
    }

    /** Why the notice does not let this be asked for, if it does not. */
    Optional<Said> undeclared(Field field) {
        var category = categoryOf(field);
        return category.isEmpty()
                ? Optional.of(Said.of("forms.undeclared.retired"))
                : undeclared(field.bound(), category);
    }

    /** The same, if the answer were of that category. */
    Optional<Said> undeclared(Field.Bound bound, String id) {
        var category = category(id);
        if (category.isEmpty()) {
            return Optional.of(Said.of("forms.undeclared.category", id));
        }
        var name = category.get().name();
        if (!category.get().links().sources().contains(Source.OWN_FORM.code())) {
            return Optional.of(Said.of("forms.undeclared.source", name));
        }
        var purpose = notice.inForce().purpose(bound.purpose());
        if (purpose.isEmpty()) {
            return Optional.of(Said.of("forms.undeclared.purpose", bound.purpose()));
        }
        return category.get().purposes().contains(bound.purpose())
                ? Optional.empty()
                : Optional.of(
                        Said.of("forms.undeclared.notFor", name, purpose.get().name()));
    }
}
