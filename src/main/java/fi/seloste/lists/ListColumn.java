package fi.seloste.lists;

import fi.seloste.base.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column that a list may show. The first one, the name, is always there; wide ones are left out on a telephone. */
public interface ListColumn {

    /** By which word the list is sorted by it, empty where it is not; whether it is wide; whether it is there when nobody chose. */
    record Traits(String sort, boolean wide, boolean usual) {}

    String name();

    Traits traits();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default boolean isWide() {
        return traits().wide();
    }

    default String key() {
        return "lists.column." + code();
    }

    default Heading heading(ListAddress at) {
        return Heading.of(key(), traits().sort(), at, traits().wide());
    }

    /** The columns of an address in their own order; the usual ones where it names none. */
    static <C extends Enum<C> & ListColumn> List<C> of(C[] all, ListAddress at) {
        if (!at.has("columns")) {
            return Arrays.stream(all).filter(column -> column.traits().usual()).toList();
        }
        var named = new ArrayList<>(List.of(all[0]));
        for (var code : at.word("columns").split(",")) {
            named.add(Arrays.stream(all)
                    .filter(column -> column.code().equals(code.strip()))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("columns", "lists.column.unknown", code)));
        }
        return named.stream().distinct().sorted().toList();
    }
}
