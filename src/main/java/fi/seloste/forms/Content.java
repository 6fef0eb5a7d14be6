package fi.seloste.forms;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What a form shows: in each of its languages a heading, and the fields that they share. Whoever speaks another language gets the first. */
public record Content(List<String> languages, Map<String, Heading> headings, List<Field> fields) {

    static final List<String> KNOWN = List.of("fi", "sv", "en");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_FIELDS = 40;

    /** What stands above the fields, and what is said when the form was sent. */
    public record Heading(String title, String lead, String thanks) {

        static final Heading NONE = new Heading("", "", "");

        public Heading {
            title = oneLine("title", Length.NAME.checked("title", title.strip()));
            lead = Length.TEXT.checked("lead", lead.strip());
            thanks = Length.TEXT.checked("thanks", thanks.strip());
        }
    }

    public Content {
        languages = languages.stream().distinct().toList();
        if (languages.isEmpty() || !KNOWN.containsAll(languages)) {
            throw Problem.invalid("languages", "forms.languages");
        }
        if (fields.size() > MOST_FIELDS) {
            throw Problem.invalid("fields", "value.list.tooMany", MOST_FIELDS, fields.size());
        }
        headings = Collections.unmodifiableMap(new TreeMap<>(headings));
        fields = List.copyOf(fields);
    }

    /** Words by language, none of them blank. */
    static Map<String, String> kept(String name, Map<String, String> words, Length length) {
        var kept = new TreeMap<String, String>();
        words.forEach((language, text) -> {
            if (!text.isBlank()) {
                kept.put(language, length.checked(name, text.strip()));
            }
        });
        return Collections.unmodifiableMap(kept);
    }

    /** What stands in a header or on one line holds no line break. */
    static String oneLine(String field, String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029)) {
            throw Problem.invalid(field, "forms.oneLine");
        }
        return text;
    }

    public Heading heading(String language) {
        return headings.getOrDefault(language, Heading.NONE);
    }

    /** The language in which a visitor reads the form. */
    public String languageFor(String spoken) {
        return languages.contains(spoken) ? spoken : languages.getFirst();
    }

    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    public boolean asks(Field.Kind kind) {
        return fields.stream().anyMatch(field -> field.kind() == kind);
    }

    boolean asks(UUID own) {
        return fields.stream().anyMatch(field -> own.equals(field.bound().own()));
    }

    Content with(List<Field> other) {
        return new Content(languages, headings, other);
    }

    Content in(List<String> other) {
        return new Content(other, headings, fields);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Content parse(String json) {
        return JSON.readValue(json, Content.class);
    }
}
