package fi.seloste.register;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Locale;

/** A field of a person that staff may edit; its code is the name in the history, in the API and in forms. */
public enum PersonField {
    NAME("name"),
    GIVEN_NAME("given_name"),
    FAMILY_NAME("family_name"),
    JOB_TITLE("job_title"),
    DEPARTMENT("department"),
    LANGUAGE("language"),
    OWNER("owner_by"),
    ROLE_REASON("role_reason"),
    SOURCE_DETAIL("source_detail");

    private final String column;

    PersonField(String column) {
        this.column = column;
    }

    public static PersonField of(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(code, "register.field.unknown", code));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String column() {
        return column;
    }
}
