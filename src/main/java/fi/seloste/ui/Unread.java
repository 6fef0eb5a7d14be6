package fi.seloste.ui;

import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of a body that could not be bound which field it was, where it stands, and what it must be. */
final class Unread {

    private Unread() {}

    static ProblemPage of(Throwable unread) {
        for (Throwable cause = unread.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return bad(pathOf(unread), Said.of(problem.key(), problem.arguments()));
            }
        }
        return switch (unread.getCause()) {
            case UnrecognizedPropertyException e -> unknown(e);
            case InvalidNullException e -> bad(path(e), Said.of("api.json.null", path(e)));
            case MismatchedInputException e -> mismatched(e);
            case JacksonException e
            when !e.getPath().isEmpty() -> bad(path(e), Said.of("api.json.unread", path(e), line(e), column(e)));
            case JacksonException e -> bad(null, Said.of("api.json.malformed", line(e), column(e)));
            case null, default -> bad(null, Said.of("api.json.missing"));
        };
    }

    private static ProblemPage unknown(UnrecognizedPropertyException e) {
        var known = e.getKnownPropertyIds() == null
                ? ""
                : e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        var sentence =
                known.isEmpty() ? Said.of("api.json.noField", path(e)) : Said.of("api.json.unknown", path(e), known);
        return bad(path(e), sentence);
    }

    private static ProblemPage mismatched(MismatchedInputException e) {
        var path = path(e);
        if (path.isEmpty() && e.getCurrentToken() == null) {
            return bad(null, Said.of("api.json.missing"));
        }
        var kind = kind(e.getTargetType());
        return path.isEmpty()
                ? bad(null, Said.of("api.json.whole", kind))
                : bad(path, Said.of("api.json.type", path, kind, line(e), column(e)));
    }

    private static ProblemPage bad(@Nullable String field, Said sentence) {
        return new ProblemPage(400, sentence, field == null || field.isEmpty() ? null : field, "");
    }

    /** What a value must be, in words. */
    static Said kind(@Nullable Class<?> type) {
        if (type == null) {
            return Said.of("api.kind.object");
        }
        if (type.isEnum()) {
            var words = Arrays.stream(type.getEnumConstants())
                    .map(one -> String.valueOf(one).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return Said.of("api.kind.oneOf", words);
        }
        return Said.of("api.kind." + kindOf(type));
    }

    private static String kindOf(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "flag";
        }
        if (List.of(Integer.class, int.class, Long.class, long.class).contains(type)) {
            return "number";
        }
        if (type == LocalDate.class) {
            return "day";
        }
        if (type == Instant.class) {
            return "time";
        }
        if (type == UUID.class) {
            return "id";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "list" : "object";
    }

    private static String pathOf(Throwable unread) {
        return unread.getCause() instanceof JacksonException e ? path(e) : "";
    }

    /** As one would write it: {@code emails[0].value}. */
    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
    }
}
