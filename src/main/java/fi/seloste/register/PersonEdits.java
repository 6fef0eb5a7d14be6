package fi.seloste.register;

import fi.seloste.base.Ids;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an edit of a person comes to, field by field: checked, completed, and without what stays as it is. Pure. */
final class PersonEdits {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private PersonEdits() {}

    /** The new values of the fields that really change; a changed name brings its parts, changed parts bring the name. */
    static Map<PersonField, @Nullable String> of(Person person, Map<PersonField, String> values) {
        var changed = new LinkedHashMap<PersonField, @Nullable String>();
        values.forEach((field, value) -> changed.put(field, checked(person, field, value)));
        var name = name(person.name(), changed);
        if (!name.equals(person.name())) {
            changed.put(PersonField.NAME, name.shown());
            changed.put(PersonField.GIVEN_NAME, name.given());
            changed.put(PersonField.FAMILY_NAME, name.family());
        }
        changed.entrySet().removeIf(e -> Objects.equals(e.getValue(), person.value(e.getKey())));
        return changed;
    }

    static PersonName name(PersonName was, Map<PersonField, @Nullable String> changed) {
        var parts = changed.containsKey(PersonField.GIVEN_NAME) || changed.containsKey(PersonField.FAMILY_NAME);
        if (parts) {
            var given = changed.getOrDefault(PersonField.GIVEN_NAME, was.given());
            var family = changed.getOrDefault(PersonField.FAMILY_NAME, was.family());
            var made = PersonName.of(given, family);
            var shown = changed.get(PersonField.NAME);
            return shown == null || shown.equals(was.shown())
                    ? made
                    : new PersonName(shown, made.given(), made.family());
        }
        var shown = changed.get(PersonField.NAME);
        return shown == null || shown.equals(was.shown()) ? was : PersonName.of(shown);
    }

    private static @Nullable String checked(Person person, PersonField field, String value) {
        var text = value.strip();
        if (text.isEmpty()) {
            if (field == PersonField.NAME) {
                throw Problem.invalid("name", "register.name.missing");
            }
            if (field == PersonField.SOURCE_DETAIL && person.origin().source().needsDetail()) {
                throw Problem.invalid(
                        "sourceDetail",
                        "register.source.detailMissing",
                        person.origin().source().code());
            }
            return null;
        }
        return checked(field, text);
    }

    static String checked(PersonField field, String text) {
        return switch (field) {
            case LANGUAGE -> language(text);
            case OWNER -> Ids.parse("owner", text).toString();
            case NAME, GIVEN_NAME, FAMILY_NAME, JOB_TITLE, DEPARTMENT -> Length.NAME.checked(named(field), text);
            case ROLE_REASON, SOURCE_DETAIL -> Length.LINE.checked(named(field), text);
        };
    }

    /** As forms and programs name it. */
    private static String named(PersonField field) {
        return switch (field) {
            case NAME -> "name";
            case GIVEN_NAME -> "givenName";
            case FAMILY_NAME -> "familyName";
            case JOB_TITLE -> "title";
            case DEPARTMENT -> "department";
            case LANGUAGE -> "language";
            case OWNER -> "owner";
            case ROLE_REASON -> "roleReason";
            case SOURCE_DETAIL -> "sourceDetail";
        };
    }

    private static String language(String text) {
        var code = text.toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(code)) {
            throw Problem.invalid("language", "register.language.unknown", text);
        }
        return code;
    }
}
