package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a message, the same in every language but for its words: a heading, a text, a button's label, or what a picture shows. The url is
 * where a button leads or where the picture is.
 */
public record Block(Kind kind, String url, Map<String, String> words) {

    public enum Kind {
        HEADING,
        TEXT,
        BUTTON,
        IMAGE,
        DIVIDER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean hasUrl() {
            return this == BUTTON || this == IMAGE;
        }

        public boolean hasWords() {
            return this != DIVIDER;
        }

        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("kind", "marketing.block.kind", code));
        }
    }

    public Block {
        url = Length.LINE.checked("url", url.strip());
        words = Content.kept(words);
    }

    public static Block empty(Kind kind) {
        return new Block(kind, "", new TreeMap<>());
    }

    /** Words of a text are cleaned: no door lets in what a mail must not hold. */
    public static Block cleaned(Kind kind, String url, Map<String, String> words) {
        var kept = new TreeMap<String, String>();
        words.forEach((language, text) ->
                kept.put(language, kind == Kind.TEXT ? Cleaned.of(text).words() : text));
        return new Block(kind, url, kept);
    }

    public String in(String language) {
        return words.getOrDefault(language, "");
    }
}
