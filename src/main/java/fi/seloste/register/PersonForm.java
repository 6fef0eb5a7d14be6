package fi.seloste.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A new person as programs send it. */
record PersonForm(
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String title,
        @Nullable String department,
        @Nullable String language,
        @Nullable String owner,
        @Nullable String roleReason,
        @Nullable List<Point> emails,
        @Nullable List<Point> phones,
        @Nullable List<Post> organisations,
        @Nullable String source,
        @Nullable String sourceDetail,
        @Nullable LocalDate sourcedOn,
        @Nullable Boolean givenByPerson) {

    /** A plain text, or a value with its label and usage. */
    record Point(
            String value, @Nullable String label, @Nullable String usage) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Point of(String value) {
            return new Point(value, null, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Point {}

        ContactPoint.New as(ContactPoint.Kind kind) {
            return new ContactPoint.New(kind, value, label, usage == null ? null : ContactPoint.Usage.of(usage));
        }
    }

    record Post(
            String id,
            @Nullable String title,
            @Nullable List<String> roles,
            @Nullable LocalDate from) {

        Affiliation.Post post() {
            var known = new LinkedHashSet<Affiliation.Role>();
            Objects.requireNonNullElse(roles, List.<String>of()).forEach(r -> known.add(Affiliation.Role.of(r)));
            return new Affiliation.Post(OrganisationId.valueOf(id), title, known, from);
        }
    }

    NewPerson person(LocalDate today) {
        if (source == null || source.isBlank()) {
            throw Problem.invalid("source", "register.source.missing");
        }
        var origin = new Origin(Source.of(source), sourceDetail, Objects.requireNonNullElse(sourcedOn, today));
        var made = NewPerson.of(personName(), origin)
                .with(fields())
                .reachedBy(points())
                .at(posts());
        return Boolean.TRUE.equals(givenByPerson) ? made.confirmed() : made;
    }

    private PersonName personName() {
        var parts = givenName != null || familyName != null;
        if (!parts) {
            return PersonName.of(name == null ? "" : name);
        }
        var made = PersonName.of(givenName, familyName);
        return name == null || name.isBlank() ? made : new PersonName(name.strip(), made.given(), made.family());
    }

    private Map<PersonField, String> fields() {
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        put(fields, PersonField.JOB_TITLE, title);
        put(fields, PersonField.DEPARTMENT, department);
        put(fields, PersonField.LANGUAGE, language);
        put(fields, PersonField.OWNER, owner);
        put(fields, PersonField.ROLE_REASON, roleReason);
        return fields;
    }

    private static void put(Map<PersonField, String> fields, PersonField field, @Nullable String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }

    private ContactPoint.New[] points() {
        return Stream.concat(
                        Objects.requireNonNullElse(emails, List.<Point>of()).stream()
                                .map(p -> p.as(ContactPoint.Kind.EMAIL)),
                        Objects.requireNonNullElse(phones, List.<Point>of()).stream()
                                .map(p -> p.as(ContactPoint.Kind.PHONE)))
                .toArray(ContactPoint.New[]::new);
    }

    private Affiliation.Post[] posts() {
        return Objects.requireNonNullElse(organisations, List.<Post>of()).stream()
                .map(Post::post)
                .toArray(Affiliation.Post[]::new);
    }
}
