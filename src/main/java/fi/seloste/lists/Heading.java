package fi.seloste.lists;

import org.jspecify.annotations.Nullable;

/** The heading of a column: its text's key, where a click on it leads, and how the list stands by it now (aria-sort). */
public record Heading(
        String key, @Nullable String url, @Nullable String sorted, boolean wide) {

    /** Names rise from A, changes fall from the newest: a first click gives that, a second turns it round. */
    static Heading of(String key, String sort, ListAddress at, boolean wide) {
        if (sort.isEmpty()) {
            return new Heading(key, null, null, wide);
        }
        var now = at.has("sort") ? at.word("sort") : "name";
        var usual = now.equals(sort);
        var turned = now.equals("-" + sort);
        var falls = sort.equals("changed");
        var sorted =
                usual ? (falls ? "descending" : "ascending") : turned ? (falls ? "ascending" : "descending") : null;
        return new Heading(key, at.with("sort", usual ? "-" + sort : sort).url(), sorted, wide);
    }
}
