package fi.seloste.base;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the mark after which the next part begins; null where nothing follows. */
public record Paged<T>(List<T> items, @Nullable String next) {

    /** Of rows that were read one beyond the limit. */
    public static <T> Paged<T> of(List<T> read, Paging asked, Function<? super T, ?> mark) {
        if (read.size() <= asked.limit()) {
            return new Paged<>(List.copyOf(read), null);
        }
        var items = List.copyOf(read.subList(0, asked.limit()));
        return new Paged<>(items, mark.apply(items.getLast()).toString());
    }

    /** A list that never grows long. */
    public static <T> Paged<T> whole(List<T> items) {
        return new Paged<>(List.copyOf(items), null);
    }

    public <R> Paged<R> map(Function<? super T, ? extends R> to) {
        return new Paged<>(items.stream().<R>map(to).toList(), next);
    }
}
