package fi.seloste.intake;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Several values in one cell, as exports write them: "a@x (Work), b@y", "work: 040 1, 09 2", and Google's "a ::: b". */
final class Cells {

    static final String BETWEEN = " ::: ";

    private static final Pattern EMAILS = Pattern.compile("\\s*(?::::|[;,\\n])\\s*|(?<=\\S@\\S{1,200})\\s+(?=\\S+@)");
    private static final Pattern PHONES =
            Pattern.compile("\\s*(?::::|[;\\n])\\s*|,\\s+(?!(?i:ext|alanumero|ankn))|\\s+(?:/|tai|or|eller)\\s+");
    private static final Pattern WORDS = Pattern.compile("\\s*(?::::|[;,\\n|])\\s*");
    private static final Pattern LABEL_AFTER = Pattern.compile("(.+?)\\s*[(\\[]([^()\\[\\]\\d]{1,30})[)\\]]\\s*");
    private static final Pattern LABEL_BEFORE = Pattern.compile("([\\p{L} ]{2,20}):\\s*(.+)");
    private static final Pattern ANGLED = Pattern.compile("[^<>]*<\\s*(?:mailto:)?([^<>]+)>\\s*");

    private Cells() {}

    record Item(String text, String label) {}

    static List<Item> emails(String cell) {
        return items(EMAILS, cell.replace("mailto:", ""));
    }

    static List<Item> phones(String cell) {
        return items(PHONES, cell.replace("tel:", ""));
    }

    static List<String> words(String cell) {
        var bare = cell.replace("\"", "");
        return Arrays.stream(WORDS.split(bare))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Google's parallel lists: the second label belongs to the second value, and a missing one is empty. */
    static List<String> parallel(String cell) {
        return Arrays.stream(cell.split(":::", -1)).map(String::strip).toList();
    }

    private static List<Item> items(Pattern between, String cell) {
        return Arrays.stream(between.split(cell))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Cells::item)
                .toList();
    }

    private static Item item(String text) {
        var angled = ANGLED.matcher(text);
        if (angled.matches()) {
            return new Item(angled.group(1).strip(), "");
        }
        var after = LABEL_AFTER.matcher(text);
        if (after.matches()) {
            return new Item(after.group(1), Labels.of(after.group(2)));
        }
        var before = LABEL_BEFORE.matcher(text);
        return before.matches() && Labels.isKnown(before.group(1))
                ? new Item(before.group(2), Labels.of(before.group(1)))
                : new Item(text, "");
    }
}
