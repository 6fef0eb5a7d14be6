package fi.seloste.register;

import fi.seloste.base.Day;
import fi.seloste.base.Ids;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A URL's query, read word by word; what it cannot mean, it names. */
record Parameters(Map<String, String> given) {

    @Nullable
    String text(String name) {
        var text = given.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Nullable
    LocalDate day(String name) {
        var text = text(name);
        return text == null ? null : Day.parse(name, text);
    }

    @Nullable
    UUID id(String name) {
        var text = text(name);
        return text == null ? null : Ids.parse(name, text);
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
            default -> throw Problem.invalid(name, "register.list.flag", name, Shortened.of(text));
        };
    }

    /** The first is meant where nothing is said. */
    String oneOf(String name, String... words) {
        var text = text(name);
        if (text == null) {
            return words[0];
        }
        if (!List.of(words).contains(text)) {
            throw Problem.invalid(name, "register.list.oneOf", name, Shortened.of(text), String.join(", ", words));
        }
        return text;
    }

    int limit() {
        return Paging.limit(text("limit"));
    }
}
