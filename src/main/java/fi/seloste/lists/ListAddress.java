package fi.seloste.lists;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a list is. The words of its query are the list: whatever changes it is a link to another address. */
public record ListAddress(Kind kind, Map<String, String> words) {

    /** No word that means something is longer; what is beyond is not carried from link to link. */
    private static final int LONGEST = 200;

    /** The words that the list knows, in one order and without those that say nothing. */
    static ListAddress of(Kind kind, Map<String, String> query) {
        var words = new LinkedHashMap<String, String>();
        Stream.of(kind.filters(), Kind.LOOKS, Kind.PLACE).flatMap(List::stream).forEach(name -> {
            var word = query.get(name);
            if (word != null && !word.isBlank()) {
                words.put(name, cut(word.strip()));
            }
        });
        return new ListAddress(kind, words);
    }

    /** A query as it stands after the question mark. */
    static ListAddress parse(Kind kind, String query) {
        var words = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                words.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return of(kind, words);
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // no address of ours
        }
    }

    private static String cut(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }

    public String word(String name) {
        return words.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return words.containsKey(name);
    }

    /** Whether anything narrows the list. */
    public boolean isFiltered() {
        return kind.filters().stream().anyMatch(words::containsKey);
    }

    /** The same list with one word set or, when empty, taken out; it begins anew. */
    public ListAddress with(String name, @Nullable Object value) {
        var other = new LinkedHashMap<>(words);
        if (value == null || value.toString().isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, value.toString());
        }
        return of(kind, other).begun();
    }

    public ListAddress without(Collection<String> names) {
        var other = new LinkedHashMap<>(words);
        other.keySet().removeAll(names);
        return new ListAddress(kind, other);
    }

    /** The list without its filters. */
    public ListAddress whole() {
        return without(kind.filters()).begun();
    }

    /** The list from its beginning. */
    public ListAddress begun() {
        return without(Kind.PLACE);
    }

    public String query() {
        return words.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String url() {
        return url("");
    }

    /** A page beside the list, about this very list. */
    public String url(String beside) {
        var path = kind.path() + beside;
        return words.isEmpty() ? path : path + "?" + query();
    }
}
