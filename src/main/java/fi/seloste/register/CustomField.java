package fi.seloste.register;

import fi.seloste.base.Day;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A field that this company added. It belongs to a category of the notice and obeys it like a column. */
public record CustomField(
        UUID id, Holder entity, String name, Kind kind, String category, List<String> choices, int position) {

    // An exponent would make a short text a number of a million digits.
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{0,20})?|[+-]?\\.\\d{1,20}");

    public enum Holder {
        PERSON,
        ORGANISATION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        CHOICE,
        YES_NO;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String code) {
            try {
                return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("kind", "register.customField.kind", code);
            }
        }
    }

    /** A field to be declared. */
    public record New(Holder entity, String name, Kind kind, String category, List<String> choices) {

        public New {
            name = Length.NAME.checked("name", name.strip());
            if (name.isEmpty()) {
                throw Problem.invalid("name", "register.customField.name");
            }
            if (kind == Kind.CHOICE && choices.isEmpty()) {
                throw Problem.invalid("choices", "register.customField.choices", name);
            }
        }
    }

    /** A field with its value for one person or organisation. */
    public record Value(CustomField field, @Nullable String value) {}

    /** The value as it is kept, or a Problem that names the field and what it takes. */
    public String checked(String written) {
        var value = written.strip();
        return switch (kind) {
            case TEXT -> Length.LINE.checked(name, value);
            case NUMBER -> number(value);
            case DATE -> date(value);
            case CHOICE -> oneOf(value, choices, "register.customField.notAChoice");
            case YES_NO -> oneOf(value.toLowerCase(Locale.ROOT), List.of("yes", "no"), "register.customField.notYesNo");
        };
    }

    private String number(String value) {
        var digits = value.replace(" ", "").replace("\u00A0", "").replace(',', '.');
        if (!NUMBER.matcher(digits).matches()) {
            throw Problem.invalid(name, "register.customField.notANumber", name, Shortened.of(value));
        }
        return new BigDecimal(digits).toPlainString();
    }

    private String date(String value) {
        try {
            return Day.parse(name, value).toString();
        } catch (Problem e) {
            throw Problem.invalid(name, "register.customField.notADate", name, Shortened.of(value));
        }
    }

    private String oneOf(String value, List<String> allowed, String key) {
        if (!allowed.contains(value)) {
            throw Problem.invalid(name, key, name, Shortened.of(value), String.join(", ", allowed));
        }
        return value;
    }
}
