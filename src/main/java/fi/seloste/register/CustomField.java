package fi.seloste.register;

import fi.seloste.base.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A field that this company added. It belongs to a category of the notice and obeys it like a column. */
public record CustomField(
        UUID id, Holder entity, String name, Kind kind, String category, List<String> choices, int position) {

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
            name = name.strip();
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
            case TEXT -> value;
            case NUMBER -> number(value);
            case DATE -> date(value);
            case CHOICE -> oneOf(value, choices, "register.customField.notAChoice");
            case YES_NO -> oneOf(value.toLowerCase(Locale.ROOT), List.of("yes", "no"), "register.customField.notYesNo");
        };
    }

    private String number(String value) {
        try {
            return new BigDecimal(value.replace(" ", "").replace("\u00A0", "").replace(',', '.')).toPlainString();
        } catch (NumberFormatException e) {
            throw Problem.invalid(name, "register.customField.notANumber", name, value);
        }
    }

    private String date(String value) {
        try {
            return LocalDate.parse(value).toString();
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "register.customField.notADate", name, value);
        }
    }

    private String oneOf(String value, List<String> allowed, String key) {
        if (!allowed.contains(value)) {
            throw Problem.invalid(name, key, name, value, String.join(", ", allowed));
        }
        return value;
    }
}
