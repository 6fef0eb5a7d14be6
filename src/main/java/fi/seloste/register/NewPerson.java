package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person to be added. Whether the person gave the data is asked only when an erased person seems to come back; for the person's own
 * act it need not be.
 */
public record NewPerson(
        PersonName name,
        Origin origin,
        Map<PersonField, String> fields,
        List<ContactPoint.New> points,
        List<Affiliation.Post> posts,
        boolean givenByPerson,
        @Nullable UUID sourcedBy) {

    public static NewPerson of(PersonName name, Origin origin) {
        return new NewPerson(name, origin, Map.of(), List.of(), List.of(), false, null);
    }

    public NewPerson with(Map<PersonField, String> more) {
        return new NewPerson(name, origin, Map.copyOf(more), points, posts, givenByPerson, sourcedBy);
    }

    public NewPerson reachedBy(ContactPoint.New... by) {
        return new NewPerson(name, origin, fields, List.of(by), posts, givenByPerson, sourcedBy);
    }

    public NewPerson at(Affiliation.Post... taken) {
        return new NewPerson(name, origin, fields, points, List.of(taken), givenByPerson, sourcedBy);
    }

    /** An employee's answer: yes, the person gave these themselves. */
    public NewPerson confirmed() {
        return new NewPerson(name, origin, fields, points, posts, true, sourcedBy);
    }

    void mustFit() {
        Length.NAME.checked("name", name.shown());
        if (origin.detail() != null) {
            Length.LINE.checked("sourceDetail", origin.detail());
        }
    }

    NewPerson foundBy(Actor actor) {
        var finder = actor.staff();
        return new NewPerson(name, origin, fields, points, posts, givenByPerson, finder);
    }

    @Nullable
    String field(PersonField field) {
        var value = fields.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    List<String> values(ContactPoint.Kind kind) {
        return points.stream()
                .filter(p -> p.kind() == kind)
                .map(ContactPoint.New::value)
                .toList();
    }
}
