package fi.seloste.marketing;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a message may say of whoever reads it; of the company's own fields, by key, in words of the message's language. */
record Reader(
        @Nullable String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String jobTitle,
        @Nullable String organisation,
        Map<String, String> own) {

    static final Reader NOBODY = new Reader(null, null, null, null, null);

    Reader(
            @Nullable String name,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String jobTitle,
            @Nullable String organisation) {
        this(name, firstName, lastName, jobTitle, organisation, Map.of());
    }

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

    /** Of a field that this message does not ask, that is empty or that marketing does not see of this reader: nothing. */
    String own(String key) {
        return own.getOrDefault(key, "");
    }
}
