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

    static final Pattern THE_WAY_OUT = Pattern.compile(Pattern.quote(WAY_OUT));

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

    /** Cut where fields stand; values are written as {@code quoted} says, so that no name becomes a tag. A field that is none stays as it is. */
    static Cut cut(Cut words, UnaryOperator<String> quoted) {
        return words.at(WRITTEN, found -> {
            var fallback = found.group(2);
            return of(found.group(1))
                    .map(field -> (Cut.Slot) who -> value(field, fallback, who.reader(), quoted))
                    .orElse(Cut.Slot.always(found.group()));
        });
    }

    /** The text for one reader. */
    static String filled(String text, Reader reader) {
        return cut(Cut.of(text), value -> value).filled(new Cut.Addressee(reader, null, "", null));
    }

    private static String value(
            MergeField field, @Nullable String fallback, Reader reader, UnaryOperator<String> quoted) {
        var value = reader.value(field);
        return value.isBlank() ? Objects.requireNonNullElse(fallback, "") : quoted.apply(value);
    }
}
