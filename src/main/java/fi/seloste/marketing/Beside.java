package fi.seloste.marketing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which two of a campaign's languages stand next to each other while it is written; one alone where there is only one. */
public record Beside(String left, @Nullable String right) {

    /** As asked; whatever cannot be shown gives way to the first languages that can. */
    static Beside of(List<String> languages, String left, String right) {
        var first = languages.contains(left) ? left : other(languages, languages.contains(right) ? right : "");
        if (first == null) {
            return new Beside(languages.getFirst(), null);
        }
        return new Beside(first, languages.contains(right) && !right.equals(first) ? right : other(languages, first));
    }

    private static @Nullable String other(List<String> languages, String taken) {
        return languages.stream().filter(one -> !one.equals(taken)).findFirst().orElse(null);
    }

    public List<String> languages() {
        return right == null ? List.of(left) : List.of(left, right);
    }

    String query() {
        return "?left=" + left + (right == null ? "" : "&right=" + right);
    }
}
