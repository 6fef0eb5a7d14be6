package fi.seloste.register;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * New values of fields; an empty one empties the field. With the version that the editor saw, an edit is refused when somebody else
 * was quicker; without, the last one wins.
 */
public record Edit<F>(
        Map<F, String> values,
        @Nullable Integer version,
        @Nullable Source source) {

    public Edit {
        values = Map.copyOf(values);
    }

    public static <F> Edit<F> of(Map<F, String> values) {
        return new Edit<>(values, null, null);
    }

    public Edit<F> against(@Nullable Integer seen) {
        return new Edit<>(values, seen, source);
    }

    public Edit<F> from(Source heardFrom) {
        return new Edit<>(values, version, heardFrom);
    }
}
