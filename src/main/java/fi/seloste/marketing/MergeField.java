package fi.seloste.marketing;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a message says of its reader, written {@code {{firstName|there}}}: after the bar stands what is said where nothing is known. A field of this company's own is
 * written {@code {{own.KEY|there}}}; which of them there are, {@link MergeFields} knows.
 */
enum MergeField {
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    NAME("name"),
    JOB_TITLE("jobTitle"),
    ORGANISATION("organisation");

    /** The link by which the reader bans marketing; ours alone, no text may name it. */
    static final String WAY_OUT = "{{wayOut}}";

    static final Pattern THE_WAY_OUT = Pattern.compile(Pattern.quote(WAY_OUT));

    static final String OWN = "own.";

    private static final Pattern WRITTEN = Pattern.compile("\\{\\{([^{}|]*)(?:\\|([^{}]*))?}}");
    private static final Pattern LEFT_OPEN = Pattern.compile("\\{\\{|}}");
    private static final Pattern OWN_NAME = Pattern.compile("own\\.([a-z0-9]+(?:-[a-z0-9]+)*)");

    private final String word;

    MergeField(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static String written(String name) {
        return "{{" + name + "}}";
    }

    private static Optional<MergeField> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** What stands in the place of a name; empty for a name that nothing can stand for. */
    private static Optional<Function<Reader, String>> meant(String written) {
        var name = written.strip();
        var field = of(name);
        if (field.isPresent()) {
            return Optional.of(reader -> reader.value(field.get()));
        }
        var own = OWN_NAME.matcher(name);
        return own.matches() ? Optional.of(reader -> reader.own(own.group(1))) : Optional.empty();
    }

    /** Names that stand for nothing, and braces that no field explains, as they are written. Whether there is an own field of a key is not asked here. */
    static List<String> unknown(String text) {
        var named = WRITTEN.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> meant(name).isEmpty())
                .map(name -> written(name.strip()));
        var rest = WRITTEN.matcher(text).replaceAll("");
        var open = LEFT_OPEN.matcher(rest).results().map(MatchResult::group).limit(1);
        return Stream.concat(named, open).distinct().toList();
    }

    /** Keys of own fields that these texts name, in their order. */
    static Set<String> ownKeys(Stream<String> texts) {
        var keys = new LinkedHashSet<String>();
        texts.filter(text -> text.contains(OWN))
                .forEach(text -> WRITTEN.matcher(text)
                        .results()
                        .map(found -> OWN_NAME.matcher(found.group(1).strip()))
                        .filter(java.util.regex.Matcher::matches)
                        .forEach(own -> keys.add(own.group(1))));
        return keys;
    }

    /** Cut where fields stand; values are written as {@code quoted} says, so that no name becomes a tag. A field that is none stays as it is. */
    static Cut cut(Cut words, UnaryOperator<String> quoted) {
        return words.at(WRITTEN, found -> {
            var fallback = Objects.requireNonNullElse(found.group(2), "");
            return meant(found.group(1))
                    .map(meant -> (Cut.Slot) who -> said(meant.apply(who.reader()), fallback, quoted))
                    .orElse(Cut.Slot.always(found.group()));
        });
    }

    /** The text for one reader. */
    static String filled(String text, Reader reader) {
        return cut(Cut.of(text), value -> value).filled(new Cut.Addressee(reader, null, "", null));
    }

    private static String said(String value, String fallback, UnaryOperator<String> quoted) {
        return value.isBlank() ? fallback : quoted.apply(value);
    }
}
