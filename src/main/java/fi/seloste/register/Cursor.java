package fi.seloste.register;

import fi.seloste.base.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The place in a list where the next part begins: the sort key of the last row shown, opaque to whoever carries it. */
record Cursor(List<String> keys) {

    private static final String BETWEEN = "\u001F";

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
            if (parts.size() == keys) {
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

    Instant at(int index) {
        try {
            return Instant.parse(keys.get(index));
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Problem.invalid("after", "register.list.after");
    }
}
