package fi.seloste.register;

import fi.seloste.base.Problem;
import java.util.List;

/** An edit of something that has changed since it was read. The sentence names the first field with both values; the list holds all. */
public final class Stale {

    public static final String KEY = "register.changedMeanwhile";

    private Stale() {}

    static Problem problem(List<Both> both, int version) {
        var first = both.isEmpty() ? new Both("", null, null) : both.getFirst();
        return Problem.conflict(KEY, first.field(), text(first.yours()), text(first.theirs()), both, version);
    }

    /** Every field that differs, of a conflict made here. */
    public static List<Both> both(Problem.Conflict conflict) {
        return conflict.arguments()[3] instanceof List<?> list
                ? list.stream().map(Both.class::cast).toList()
                : List.of();
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
