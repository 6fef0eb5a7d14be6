package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a campaign says: in each of its languages a subject and why it concerns the job of whoever reads it, and the blocks that they share.
 * Whoever speaks another language gets the first.
 */
public record Content(
        List<String> languages, Map<String, String> subjects, Map<String, String> why, List<Block> blocks) {

    static final List<String> KNOWN = List.of("en", "fi", "sv");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_BLOCKS = 60;

    static final Content NOTHING = new Content(List.of("en"), Map.of(), Map.of(), List.of());

    public Content {
        languages = languages.stream().distinct().toList();
        if (languages.isEmpty()) {
            throw Problem.invalid("languages", "marketing.content.noLanguage");
        }
        for (var language : languages) {
            if (!KNOWN.contains(language)) {
                throw Problem.invalid("languages", "marketing.content.language", language);
            }
        }
        if (blocks.size() > MOST_BLOCKS) {
            throw Problem.invalid("blocks", "value.list.tooMany", MOST_BLOCKS, blocks.size());
        }
        subjects = kept(subjects);
        why = kept(why);
        subjects.forEach((language, text) -> oneLine("subjects", text));
        why.forEach((language, text) -> oneLine("why", text));
        blocks = List.copyOf(blocks);
    }

    /** For a newsletter: where nobody wrote why, it is because its reader subscribed to it. */
    Content whySubscribed() {
        var reasons = new TreeMap<>(why);
        languages.forEach(language -> reasons.putIfAbsent(
                language, Sentence.of("marketing.mail.subscribed").in(Locale.of(language))));
        return new Content(languages, subjects, reasons, blocks);
    }

    static Content empty(String language) {
        return new Content(
                List.of(language),
                Map.of(),
                Map.of(),
                List.of(Block.empty(Block.Kind.HEADING), Block.empty(Block.Kind.TEXT)));
    }

    /** Words by language, none of them blank. */
    static Map<String, String> kept(Map<String, String> words) {
        var kept = new TreeMap<String, String>();
        words.forEach((language, text) -> {
            if (!KNOWN.contains(language)) {
                throw Problem.invalid("languages", "marketing.content.language", language);
            }
            if (text != null && !text.isBlank()) {
                kept.put(language, Length.TEXT.checked("words", text.strip().replace("\r\n", "\n")));
            }
        });
        return Collections.unmodifiableMap(kept);
    }

    /** What stands in a header or in one sentence holds no line break: after it another header would begin. */
    private static void oneLine(String field, String text) {
        Length.LINE.checked(field, text);
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029)) {
            throw Problem.invalid(field, "marketing.content.oneLine");
        }
    }

    /** The language in which somebody is written to. */
    String languageFor(String spoken) {
        return languages.contains(spoken) ? spoken : languages.getFirst();
    }

    /** How many texts some other language has and this one has not. */
    public int missing(String language) {
        var texts = new ArrayList<Map<String, String>>(List.of(subjects, why));
        blocks.forEach(block -> texts.add(block.words()));
        return (int) texts.stream().filter(words -> isMissing(words, language)).count();
    }

    /** Whether another of the languages has words where this one has none. */
    public boolean isMissing(Map<String, String> words, String language) {
        return !words.containsKey(language) && languages.stream().anyMatch(words::containsKey);
    }

    /** Everything that it says in its languages, and where it leads. */
    List<String> texts() {
        var texts = new ArrayList<String>();
        languages.forEach(language -> {
            texts.add(subject(language));
            texts.add(why(language));
            blocks.forEach(block -> texts.add(block.in(language)));
        });
        blocks.forEach(block -> texts.add(block.url()));
        return texts;
    }

    /** Also in languages that were taken out and may come back. */
    List<String> allTexts() {
        var texts = new ArrayList<String>(subjects.values());
        texts.addAll(why.values());
        blocks.forEach(block -> texts.addAll(block.words().values()));
        return texts;
    }

    public String subject(String language) {
        return subjects.getOrDefault(language, "");
    }

    public String why(String language) {
        return why.getOrDefault(language, "");
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Content parse(String json) {
        return JSON.readValue(json, Content.class);
    }
}
