package fi.seloste.marketing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a message says of its reader, written {@code {{firstName|there}}}: after the bar stands what is said where nothing is known. */
enum MergeField {
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    NAME("name"),
    JOB_TITLE("jobTitle"),
    ORGANISATION("organisation");

    /** The link by which the reader bans marketing; ours alone, no text may name it. */
    static final String WAY_OUT = "{{wayOut}}";

    private static final Pattern WRITTEN = Pattern.compile("\\{\\{([^{}|]*)(?:\\|([^{}]*))?}}");
    private static final Pattern LEFT_OPEN = Pattern.compile("\\{\\{|}}");

    private final String word;

    MergeField(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<MergeField> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word.strip()))
                .findFirst();
    }

    /** Names that stand for nothing, and braces that no field explains. */
    static List<String> unknown(String text) {
        var named = WRITTEN.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> of(name).isEmpty())
                .map(String::strip);
        var rest = WRITTEN.matcher(text).replaceAll("");
        var open = LEFT_OPEN.matcher(rest).results().map(found -> found.group()).limit(1);
        return java.util.stream.Stream.concat(named, open).distinct().toList();
    }

    /** The text for one reader; values are written as {@code quoted} says, so that no name becomes a tag. */
    static String filled(String text, Reader reader, UnaryOperator<String> quoted) {
        var out = new StringBuilder(text.length() + 64);
        var fields = WRITTEN.matcher(text);
        int done = 0;
        // Braces are looked for as letters: that is many times quicker than a pattern, over a text that is mostly
        // something else.
        for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", Math.max(done, at + 1))) {
            if (!fields.region(at, text.length()).lookingAt()) {
                continue;
            }
            out.append(text, done, at)
                    .append(of(fields.group(1))
                            .map(field -> value(field, fields.group(2), reader, quoted))
                            .orElseGet(fields::group));
            done = fields.end();
        }
        return out.append(text, done, text.length()).toString();
    }

    private static String value(
            MergeField field, @Nullable String fallback, Reader reader, UnaryOperator<String> quoted) {
        var value = reader.value(field);
        return value.isBlank() ? Objects.requireNonNullElse(fallback, "") : quoted.apply(value);
    }
}
