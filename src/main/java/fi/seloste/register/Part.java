package fi.seloste.register;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted: how many rows, and the mark of the row that they follow or precede. */
public record Part(
        int limit, @Nullable String after, @Nullable String before) {

    /** The first rows. */
    public static Part first(int limit) {
        return new Part(limit, null, null);
    }

    /** The rows that follow a mark; from the beginning where there is none. */
    public static Part after(@Nullable String mark, int limit) {
        return new Part(limit, mark, null);
    }

    static Part of(Map<String, String> parameters) {
        var given = new Parameters(parameters);
        var after = given.text("after");
        return new Part(given.limit(), after, after == null ? given.text("before") : null);
    }

    boolean isBackwards() {
        return before != null;
    }

    @Nullable
    String mark() {
        return before == null ? after : before;
    }
}
