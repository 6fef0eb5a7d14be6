package fi.seloste.newsletters;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Sentence;
import fi.seloste.base.Shortened;
import fi.seloste.base.Worded;
import fi.seloste.consents.Aim;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** A newsletter that people can subscribe to: its address, the purpose that it serves, how often it comes, and its words in each language. */
public record Topic(UUID id, int version, String slug, Plan plan, Map<String, Words> words, Instant changedAt) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Addresses below /newsletters that are pages of their own. */
    private static final Set<String> TAKEN = Set.of("asked", "confirm", "new", "feed");

    /** What is decided about it besides its words. A closed one takes nobody new; an archived one shows its issues to anybody. */
    public record Plan(String purpose, Frequency frequency, boolean open, boolean archived) {}

    /** How often it comes, as its readers are told. */
    public enum Frequency {
        WEEKLY,
        FORTNIGHTLY,
        MONTHLY,
        QUARTERLY,
        SELDOM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Frequency of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(
                            () -> Problem.invalid("frequency", "newsletters.frequency.unknown", Shortened.of(code)));
        }
    }

    /**
     * In one language: what it is called and about, the words that people agree to, and what they are told when they have. Where nothing is said of the
     * last two, the house says it.
     */
    public record Words(String name, String about, String wording, String welcome) {

        public Words {
            name = Length.NAME.checked("name", name.strip());
            about = Length.LINE.checked("about", about.strip());
            wording = Length.LINE.checked("wording", wording.strip());
            welcome = Length.TEXT.checked("welcome", welcome.strip().replace("\r\n", "\n"));
            // A line break in a name would be a second header of a mail.
            if (name.chars().anyMatch(c -> c < ' ')) {
                throw Problem.invalid("name", "newsletters.name.oneLine");
            }
        }
    }

    static Map<String, Words> complete(Map<String, Words> words) {
        var kept = new TreeMap<String, Words>();
        words.forEach((language, one) -> {
            if (Sentence.LANGUAGES.stream().map(Locale::getLanguage).noneMatch(language::equals)) {
                throw Problem.invalid("words", "newsletters.language.unknown", Shortened.of(language));
            }
            if (!one.name().isEmpty()) {
                kept.put(language, one);
            } else if (!one.about().isEmpty()
                    || !one.wording().isEmpty()
                    || !one.welcome().isEmpty()) {
                throw Problem.invalid("name." + language, "newsletters.name.missing");
            }
        });
        if (kept.isEmpty()) {
            throw Problem.invalid("words", "newsletters.name.none");
        }
        return kept;
    }

    static String slug(String written) {
        var slug = Length.WORD.checked("slug", written.strip());
        if (!SLUG.matcher(slug).matches()) {
            throw Problem.invalid("slug", "newsletters.slug.malformed", Shortened.of(slug));
        }
        if (TAKEN.contains(slug)) {
            throw Problem.invalid("slug", "newsletters.slug.taken", slug);
        }
        return slug;
    }

    public Aim aim() {
        return new Aim(plan.purpose(), slug);
    }

    public List<String> languages() {
        return List.copyOf(words.keySet());
    }

    /** The language it has for somebody who speaks this one. */
    public String languageFor(String spoken) {
        return words.containsKey(spoken) ? spoken : words.keySet().iterator().next();
    }

    public Words in(String spoken) {
        return Objects.requireNonNull(words.get(languageFor(spoken)));
    }

    public String name(Locale language) {
        return in(language.getLanguage()).name();
    }

    public Worded named() {
        return this::name;
    }

    /** The words by which people agree to it, in the language it has for them. */
    public String wording(String spoken, String controller) {
        var language = languageFor(spoken);
        var own = in(language).wording();
        return own.isEmpty()
                ? Sentence.of(
                                "newsletters.wording",
                                in(language).name(),
                                controller,
                                Sentence.of(
                                        "newsletters.often." + plan.frequency().code()))
                        .in(Locale.of(language))
                : own;
    }
}
