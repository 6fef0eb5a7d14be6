package fi.seloste.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the marks after which the next part begins and before which the one before ends; null where nothing is. */
public record Slice<T>(
        List<T> items,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String previous) {

    public Slice(List<T> items, @Nullable String next) {
        this(items, next, null);
    }

    /** Of rows that were read one beyond the limit. */
    static <T> Slice<T> of(List<T> read, int limit, Function<T, Cursor> mark) {
        return of(read, Part.first(limit), mark);
    }

    /** Of rows that were read one beyond the limit, away from the mark of the part. */
    static <T> Slice<T> of(List<T> read, Part part, Function<T, Cursor> mark) {
        var more = read.size() > part.limit();
        var near = more ? read.subList(0, part.limit()) : read;
        var items = part.isBackwards() ? near.reversed() : near;
        if (items.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var next = part.isBackwards() || more;
        var previous = part.isBackwards() ? more : part.after() != null;
        return new Slice<>(
                List.copyOf(items),
                next ? mark.apply(items.getLast()).text() : null,
                previous ? mark.apply(items.getFirst()).text() : null);
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> to) {
        return new Slice<>(items.stream().<R>map(to).toList(), next, previous);
    }
}
