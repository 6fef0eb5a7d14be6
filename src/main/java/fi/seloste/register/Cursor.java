package fi.seloste.register;

import fi.seloste.base.Day;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Signs;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The place in a list where the next part begins: the sort key of the last row shown, opaque to whoever carries it. */
record Cursor(List<String> keys) {

    private static final String BETWEEN = "\u001F";

    /** A mark of ours is a time of this register; others may be beyond what the database can hold. */
    private static final Instant OUR_TIMES = Instant.parse("1900-01-01T00:00:00Z");

    static Cursor of(Object... keys) {
        return new Cursor(java.util.Arrays.stream(keys).map(Object::toString).toList());
    }

    static @Nullable Cursor parse(@Nullable String text, int keys) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = List.of(joined.split(BETWEEN, -1));
            if (parts.size() == keys && !Signs.unkeepable(joined)) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException e) {
            // told below, like any other mark that is not ours
        }
        throw malformed();
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, keys).getBytes(StandardCharsets.UTF_8));
    }

    String key(int index) {
        return keys.get(index);
    }

    UUID id(int index) {
        try {
            return UUID.fromString(keys.get(index));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    LocalDate on(int index) {
        try {
            return Day.parse("after", keys.get(index));
        } catch (Problem e) {
            throw malformed();
        }
    }

    Instant at(int index) {
        try {
            var at = Instant.parse(keys.get(index));
            if (at.isBefore(OUR_TIMES) || at.isAfter(OUR_TIMES.plus(100_000, ChronoUnit.DAYS))) {
                throw malformed();
            }
            return at;
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Paging.malformed();
    }
}
