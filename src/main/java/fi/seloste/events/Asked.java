package fi.seloste.events;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Something that whoever registers is asked beside name and address. The words are those of the question, by language, where they are our own. */
public record Asked(String id, Kind kind, boolean required, Map<String, String> words) {

    /** What is asked. Each is kept as a category of the notice, so how long and for what is never decided here. */
    public enum Kind {
        ORGANISATION("subscriptions-events"),
        PHONE("subscriptions-events"),
        TEXT("subscriptions-events"),
        /** Diet, allergy, access: it may tell of somebody's health (Art. 9(1)). */
        NEED("event-needs");

        private final String category;

        Kind(String category) {
            this.category = category;
        }

        public String category() {
            return category;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("kind", "events.asked.kind", code));
        }
    }

    public Asked {
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw Problem.invalid("asked", "events.asked.id");
        }
        // Art. 7(4): a consent that coming depends on would not be given freely.
        if (kind == Kind.NEED && required) {
            throw Problem.invalid("asked", "events.asked.needRequired");
        }
        var kept = new TreeMap<String, String>();
        words.forEach((language, text) -> {
            var line = Words.line("asked", text, Length.LINE);
            if (!line.isEmpty()) {
                kept.put(language, line);
            }
        });
        if (kind == Kind.TEXT && kept.isEmpty()) {
            throw Problem.invalid("asked", "events.asked.empty");
        }
        words = Map.copyOf(kept);
    }

    public static Asked organisation(boolean required) {
        return new Asked(Kind.ORGANISATION.code(), Kind.ORGANISATION, required, Map.of());
    }

    public static Asked phone(boolean required) {
        return new Asked(Kind.PHONE.code(), Kind.PHONE, required, Map.of());
    }

    public static Asked need(Map<String, String> words) {
        return new Asked(Kind.NEED.code(), Kind.NEED, false, words);
    }

    public boolean asksOwnWords() {
        return kind == Kind.TEXT;
    }

    public boolean asksNeed() {
        return kind == Kind.NEED;
    }

    /** The question in a language, or in one that it has; empty where the product's own words stand for it. */
    public String in(String language) {
        return words.getOrDefault(
                language, words.values().stream().sorted().findFirst().orElse(""));
    }
}
