package fi.seloste.register;

import fi.seloste.base.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a program changes of a person: the fields that it names, null to empty one; a list of addresses or numbers is the new whole. */
record PersonPatch(
        Map<PersonField, String> fields,
        Map<ContactPoint.Kind, List<String>> points,
        @Nullable Source source) {

    private static final Map<String, PersonField> NAMES = Map.of(
            "name", PersonField.NAME,
            "givenName", PersonField.GIVEN_NAME,
            "familyName", PersonField.FAMILY_NAME,
            "title", PersonField.JOB_TITLE,
            "department", PersonField.DEPARTMENT,
            "language", PersonField.LANGUAGE,
            "owner", PersonField.OWNER,
            "roleReason", PersonField.ROLE_REASON,
            "sourceDetail", PersonField.SOURCE_DETAIL);
    private static final Map<String, ContactPoint.Kind> LISTS =
            Map.of("emails", ContactPoint.Kind.EMAIL, "phones", ContactPoint.Kind.PHONE);

    static PersonPatch of(Map<String, @Nullable Object> body) {
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        var points = new EnumMap<ContactPoint.Kind, List<String>>(ContactPoint.Kind.class);
        Source source = null;
        for (var entry : body.entrySet()) {
            var name = entry.getKey();
            var field = NAMES.get(name);
            var list = LISTS.get(name);
            if (field != null) {
                fields.put(field, Objects.toString(entry.getValue(), ""));
            } else if (list != null) {
                points.put(list, texts(name, entry.getValue()));
            } else if (name.equals("source")) {
                source = Source.of(String.valueOf(entry.getValue()));
            } else {
                throw Problem.invalid(name, "register.field.unknown", name);
            }
        }
        return new PersonPatch(fields, points, source);
    }

    private static List<String> texts(String name, @Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw Problem.invalid(name, "register.field.list", name);
        }
        return list.stream().map(String::valueOf).toList();
    }
}
