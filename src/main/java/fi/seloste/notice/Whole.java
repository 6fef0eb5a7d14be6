package fi.seloste.notice;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Categories that the product once kept in another one and tells apart today. A notice that was published before declares the part with the whole: who reads
 * it, how long it is kept and what it is called stay as they were, until a notice declares the part by itself.
 */
public final class Whole {

    private static final Map<String, String> OF = Map.of("contact-tags", "relationship-notes");

    private Whole() {}

    /** The id by which a notice with these categories declares one of the data maps. */
    public static String of(String category, Collection<String> declared) {
        return declared.contains(category) ? category : OF.getOrDefault(category, category);
    }

    /** The categories with all that was ever a part of them: what was decided of the whole holds for the parts. */
    public static Set<String> withParts(Collection<String> categories) {
        var all = new HashSet<>(categories);
        OF.forEach((part, whole) -> {
            if (categories.contains(whole)) {
                all.add(part);
            }
        });
        return all;
    }

    /** The categories of the data maps that a notice with these categories declares by this one. */
    static List<String> covered(String category, Collection<String> declared) {
        return withParts(Set.of(category)).stream()
                .filter(one -> of(one, declared).equals(category))
                .sorted()
                .toList();
    }
}
