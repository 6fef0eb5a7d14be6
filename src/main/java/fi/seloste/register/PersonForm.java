package fi.seloste.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A new person as programs send it. */
@Schema(name = "NewPerson")
record PersonForm(
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String title,
        @Nullable String department,
        @Nullable String language,
        @Nullable UUID owner,
        @Nullable String roleReason,

        @ArraySchema(schema = @Schema(oneOf = {String.class, Point.class})) @Nullable
        List<Point> emails,

        @ArraySchema(schema = @Schema(oneOf = {String.class, Point.class})) @Nullable
        List<Point> phones,

        @Nullable List<Post> organisations,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String source,

        @Nullable String sourceDetail,
        @Nullable LocalDate sourcedOn,
        @Nullable Boolean givenByPerson) {

    private static final int MOST = 50;

    /** A plain text, or a value with its label and usage. */
    @Schema(name = "NewContactPoint")
    record Point(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String value,

            @Nullable String label,
            @Nullable String usage) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Point of(String value) {
            return new Point(value, null, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Point {}

        ContactPoint.New as(ContactPoint.Kind kind) {
            var written = Objects.requireNonNullElse(value, "");
            return new ContactPoint.New(kind, written, label, usage == null ? null : ContactPoint.Usage.of(usage));
        }
    }

    @Schema(name = "NewPost")
    record Post(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID id,

            @Nullable String title,
            @Nullable List<String> roles,
            @Nullable LocalDate from) {

        Affiliation.Post post() {
            if (id == null) {
                throw Problem.invalid("id", "register.organisation.idMissing");
            }
            var known = new LinkedHashSet<Affiliation.Role>();
            Objects.requireNonNullElse(roles, List.<String>of()).forEach(r -> known.add(Affiliation.Role.of(r)));
            return new Affiliation.Post(new OrganisationId(id), title, known, from);
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
        put(fields, PersonField.OWNER, owner == null ? null : owner.toString());
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
                        each("emails", emails, point -> checked(point, ContactPoint.Kind.EMAIL)),
                        each("phones", phones, point -> checked(point, ContactPoint.Kind.PHONE)))
                .toArray(ContactPoint.New[]::new);
    }

    private static ContactPoint.New checked(Point point, ContactPoint.Kind kind) {
        var made = point.as(kind);
        kind.normalised(made.value());
        return made;
    }

    private Affiliation.Post[] posts() {
        return each("organisations", organisations, Post::post).toArray(Affiliation.Post[]::new);
    }

    /** Values of one kind as they are kept; the one that cannot be is named by its place. */
    static List<String> checked(String name, ContactPoint.Kind kind, List<String> values) {
        return each(name, values, kind::normalised).toList();
    }

    private static <T, R> Stream<R> each(String name, @Nullable List<T> values, Function<T, R> made) {
        var given = Objects.requireNonNullElse(values, List.<T>of());
        if (given.size() > MOST) {
            throw Problem.invalid(name, "value.list.tooMany", MOST, given.size());
        }
        return IntStream.range(0, given.size()).mapToObj(at -> {
            try {
                return made.apply(given.get(at));
            } catch (Problem.Invalid wrong) {
                throw wrong.in("%s[%d]".formatted(name, at));
            }
        });
    }
}
