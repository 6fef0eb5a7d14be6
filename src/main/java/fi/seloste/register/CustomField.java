package fi.seloste.register;

import fi.seloste.base.Day;
import fi.seloste.base.Folded;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A field that this company added. It belongs to a category of the notice and obeys it like a column. By its key programs and audiences name it; that stays. */
public record CustomField(
        UUID id,
        Holder entity,
        String name,
        Kind kind,
        String category,
        List<String> choices,
        int position,
        String key) {

    private static final int LONGEST_KEY = 40;

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
            Filing.of(entity, category);
        }

        /** The key it has, unless another field had it before. */
        String key() {
            var plain = Folded.of(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
            var cut = plain.substring(0, Math.min(LONGEST_KEY, plain.length())).replaceAll("-$", "");
            return cut.isEmpty() ? "field" : cut;
        }
    }

    /** A field that this company has no more. What still names it can be told so, and what it was. */
    public record Retired(String key, Holder entity, String name, Kind kind, String category, Instant at) {}

    /** A field with its value for one person or organisation. */
    public record Value(CustomField field, @Nullable String value) {}

    public Filing filing() {
        return Filing.of(entity, category);
    }

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
