package fi.seloste.register;

import fi.seloste.base.Problem;
import fi.seloste.ui.Given;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a program changes of a person: the fields that it names, null to empty one; a list of addresses or numbers is the new whole. */
@Schema(name = "PersonChange")
record PersonPatch(
        @Nullable Given<String> name,
        @Nullable Given<String> givenName,
        @Nullable Given<String> familyName,
        @Nullable Given<String> title,
        @Nullable Given<String> department,
        @Nullable Given<String> language,
        @Nullable Given<UUID> owner,
        @Nullable Given<String> roleReason,
        @Nullable Given<String> source,
        @Nullable Given<String> sourceDetail,
        @Nullable Given<List<String>> emails,
        @Nullable Given<List<String>> phones) {

    Map<PersonField, String> fields() {
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        put(fields, PersonField.NAME, name);
        put(fields, PersonField.GIVEN_NAME, givenName);
        put(fields, PersonField.FAMILY_NAME, familyName);
        put(fields, PersonField.JOB_TITLE, title);
        put(fields, PersonField.DEPARTMENT, department);
        put(fields, PersonField.LANGUAGE, language);
        put(fields, PersonField.OWNER, owner);
        put(fields, PersonField.ROLE_REASON, roleReason);
        put(fields, PersonField.SOURCE_DETAIL, sourceDetail);
        return fields;
    }

    private static void put(Map<PersonField, String> fields, PersonField field, @Nullable Given<?> given) {
        Given.text(given, value -> fields.put(field, value));
    }

    Map<ContactPoint.Kind, List<String>> points() {
        var points = new EnumMap<ContactPoint.Kind, List<String>>(ContactPoint.Kind.class);
        put(points, ContactPoint.Kind.EMAIL, "emails", emails);
        put(points, ContactPoint.Kind.PHONE, "phones", phones);
        return points;
    }

    private static void put(
            Map<ContactPoint.Kind, List<String>> points,
            ContactPoint.Kind kind,
            String name,
            @Nullable Given<List<String>> given) {
        if (given == null) {
            return;
        }
        if (given.value() == null) {
            throw Problem.invalid(name, "register.field.list", name);
        }
        points.put(kind, PersonForm.checked(name, kind, given.value()));
    }

    @Nullable
    Source origin() {
        if (source == null) {
            return null;
        }
        if (source.value() == null) {
            throw Problem.invalid("source", "register.source.missing");
        }
        return Source.of(source.value());
    }
}
