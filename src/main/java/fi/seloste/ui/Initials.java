package fi.seloste.ui;

import java.util.Arrays;
import java.util.Locale;

/** AK for Ada Koskinen: the first letters of the first and the last word. */
public final class Initials {

    private Initials() {}

    public static String of(String name) {
        var words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return "";
        }
        var first = letter(words.getFirst());
        return words.size() == 1 ? first : first + letter(words.getLast());
    }

    private static String letter(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
