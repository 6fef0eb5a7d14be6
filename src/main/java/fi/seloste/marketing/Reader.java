package fi.seloste.marketing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a message may say of whoever reads it. */
record Reader(
        @Nullable String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String jobTitle,
        @Nullable String organisation) {

    static final Reader NOBODY = new Reader(null, null, null, null, null);

    String value(MergeField field) {
        var value = switch (field) {
            case NAME -> name;
            case FIRST_NAME -> firstName;
            case LAST_NAME -> lastName;
            case JOB_TITLE -> jobTitle;
            case ORGANISATION -> organisation;
        };
        return Objects.requireNonNullElse(value, "");
    }
}
