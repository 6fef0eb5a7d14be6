package fi.seloste.newsletters;

import fi.seloste.base.Sentence;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What the form of a newsletter sends: the words of a language are the fields {@code name.fi}, {@code about.fi} and so on. */
public record TopicForm(Map<String, String> sent) {

    static TopicForm of(MultiValueMap<String, String> sent) {
        return new TopicForm(sent.toSingleValueMap());
    }

    static TopicForm empty(String purpose) {
        return new TopicForm(Map.of("purpose", purpose, "frequency", "monthly", "open", "true", "archived", "true"));
    }

    static TopicForm of(Topic one) {
        var sent = new TreeMap<String, String>();
        sent.put("slug", one.slug());
        sent.put("purpose", one.plan().purpose());
        sent.put("frequency", one.plan().frequency().code());
        sent.put("version", String.valueOf(one.version()));
        if (one.plan().open()) {
            sent.put("open", "true");
        }
        if (one.plan().archived()) {
            sent.put("archived", "true");
        }
        one.words().forEach((language, words) -> {
            sent.put("name." + language, words.name());
            sent.put("about." + language, words.about());
            sent.put("wording." + language, words.wording());
            sent.put("welcome." + language, words.welcome());
        });
        return new TopicForm(sent);
    }

    Topic.Plan plan() {
        return new Topic.Plan(get("purpose"), Topic.Frequency.of(get("frequency")), is("open"), is("archived"));
    }

    Map<String, Topic.Words> words() {
        var words = new TreeMap<String, Topic.Words>();
        for (var language : Sentence.LANGUAGES.stream().map(Locale::getLanguage).toList()) {
            words.put(
                    language,
                    new Topic.Words(
                            get("name." + language),
                            get("about." + language),
                            get("wording." + language),
                            get("welcome." + language)));
        }
        return words;
    }

    int version() {
        return get("version").matches("\\d{1,9}") ? Integer.parseInt(get("version")) : 0;
    }

    public boolean is(String field) {
        return get(field).equals("true");
    }

    /** As it is shown again: nothing is missing. */
    public String get(String field) {
        @Nullable String value = sent.get(field);
        return Objects.requireNonNullElse(value, "");
    }
}
