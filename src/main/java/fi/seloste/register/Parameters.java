package fi.seloste.register;

import fi.seloste.base.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A URL's query, read word by word; what it cannot mean, it names. */
record Parameters(Map<String, String> given) {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    @Nullable
    String text(String name) {
        var text = given.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Nullable
    LocalDate day(String name) {
        var text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "register.list.day", name, text == null ? "" : text);
        }
    }

    @Nullable
    Boolean flag(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw Problem.invalid(name, "register.list.flag", name, text);
        };
    }

    /** The first is meant where nothing is said. */
    String oneOf(String name, String... words) {
        var text = text(name);
        if (text == null) {
            return words[0];
        }
        if (!List.of(words).contains(text)) {
            throw Problem.invalid(name, "register.list.oneOf", name, text, String.join(", ", words));
        }
        return text;
    }

    int limit() {
        var text = text("limit");
        if (text == null) {
            return USUAL;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1) {
                return Math.min(limit, MOST);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Problem.invalid("limit", "register.list.limit", text);
    }
}
