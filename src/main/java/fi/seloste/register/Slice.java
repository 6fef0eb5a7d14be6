package fi.seloste.register;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the mark after which the next part begins; null where nothing follows. */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Of rows that were read one beyond the limit. */
    static <T> Slice<T> of(List<T> read, int limit, Function<T, Cursor> mark) {
        if (read.size() <= limit) {
            return new Slice<>(List.copyOf(read), null);
        }
        var items = read.subList(0, limit);
        return new Slice<>(List.copyOf(items), mark.apply(items.getLast()).text());
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> to) {
        return new Slice<>(items.stream().<R>map(to).toList(), next);
    }
}
