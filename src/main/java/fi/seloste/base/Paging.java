package fi.seloste.base;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which part of a list a program asks for: how many, and after which mark. Marks are opaque to whoever carries them. */
public record Paging(int limit, @Nullable String after) {

    public static final int MOST = 200;
    public static final int USUAL = 50;

    /** As the query {@code ?limit=&after=} says it. */
    public static Paging of(@Nullable String limit, @Nullable String after) {
        return new Paging(limit(limit), after == null || after.isBlank() ? null : after.strip());
    }

    /** More than the most is answered with the most. */
    public static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return USUAL;
        }
        var written = text.strip();
        if (!written.matches("0*[1-9]\\d{0,8}")) {
            throw Problem.invalid("limit", "value.list.limit", Shortened.of(text), MOST);
        }
        return Math.min(Integer.parseInt(written), MOST);
    }

    /** Where the mark is the id of the row that was shown last. */
    public @Nullable UUID afterId() {
        return after == null ? null : id(after);
    }

    /** Where the list is ordered by time. */
    public @Nullable Spot afterSpot() {
        return after == null ? null : Spot.of(after);
    }

    /** Where the mark is a number. */
    public @Nullable Integer afterNumber() {
        if (after != null && !after.matches("\\d{1,9}")) {
            throw malformed();
        }
        return after == null ? null : Integer.valueOf(after);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    public static Problem malformed() {
        return Problem.invalid("after", "value.list.after");
    }
}
