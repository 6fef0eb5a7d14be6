package fi.seloste.forms;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.consents.Aim;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that a form asks for: what it is, for which purpose of the notice, and in which words. */
public record Field(String key, Kind kind, boolean required, Bound bound, Words words) {

    private static final int MOST_CHOICES = 40;

    public enum Kind {
        NAME("register.person"),
        EMAIL("register.contact_point"),
        PHONE("register.contact_point"),
        ORGANISATION("register.affiliation"),
        JOB_TITLE("register.person"),
        MESSAGE("forms.answer"),
        TEXT("forms.answer"),
        CHOICE("forms.answer"),
        CHECKBOX("forms.answer"),
        CONSENT("consents.consent"),
        /** A field that this company added to the register. */
        OWN("register.custom_value_of_notes");

        private final String place;

        Kind(String place) {
            this.place = place;
        }

        /** The table where it is kept, whose category of the notice it therefore is. */
        String place() {
            return place;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether a form asks for it once at most. */
        boolean isOnce() {
            return this.compareTo(MESSAGE) <= 0;
        }

        public boolean isTicked() {
            return this == CHECKBOX || this == CONSENT;
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("kind", "forms.field.unknown", Shortened.of(code)));
        }
    }

    /** What it is asked for: a purpose of the notice; with it the register's own field, or what is consented to. */
    public record Bound(
            String purpose, @Nullable UUID own, @Nullable Aim aim) {

        static Bound to(String purpose) {
            return new Bound(purpose, null, null);
        }
    }

    /** Label and choices by language, and, once published, the wording that a consent box stands for. */
    public record Words(Map<String, String> labels, Map<String, List<String>> choices, Map<String, Asked> asked) {

        public Words {
            labels = Content.kept("label", labels, Length.LINE);
            var kept = new TreeMap<String, List<String>>();
            choices.forEach((language, lines) -> kept.put(language, chosen(lines)));
            choices = kept;
            asked = new TreeMap<>(asked);
        }

        private static List<String> chosen(List<String> lines) {
            var kept = lines.stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> Length.NAME.checked("choices", line))
                    .toList();
            if (kept.size() > MOST_CHOICES) {
                throw Problem.invalid("choices", "value.list.tooMany", MOST_CHOICES, kept.size());
            }
            return kept;
        }

        static Words of(Map<String, String> labels) {
            return new Words(labels, Map.of(), Map.of());
        }
    }

    /** The very words of a consent, in the version that was shown. */
    public record Asked(UUID id, int version, String words) {}

    public String label(String language) {
        return words.labels().getOrDefault(language, "");
    }

    public List<String> choices(String language) {
        return words.choices().getOrDefault(language, List.of());
    }

    Field needed() {
        return new Field(key, kind, true, bound, words);
    }

    Field with(Words other) {
        return new Field(key, kind, required, bound, other);
    }

    /** As the form is asked about by programs and in addresses: a short name that stays. */
    static String fresh(Kind kind, List<Field> before) {
        if (kind.isOnce()) {
            return kind.code();
        }
        int number = 1;
        while (isTaken(kind.code() + number, before)) {
            number++;
        }
        return kind.code() + number;
    }

    private static boolean isTaken(String key, List<Field> before) {
        return before.stream().anyMatch(field -> field.key().equals(key));
    }
}
