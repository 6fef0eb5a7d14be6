package fi.seloste.publishing;

import fi.seloste.base.Day;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** What a form of the draft sent, field by field, and complaints beside the field that they are about. */
record Sent(MultiValueMap<String, String> fields) {

    String text(String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : Length.TEXT.checked(name, value.strip());
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The draft's version that the form showed. */
    int seen() {
        var seen = text("seen");
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    }

    String needed(String name) {
        if (text(name).isEmpty()) {
            throw Problem.invalid(name, "publishing.form.missing");
        }
        return text(name);
    }

    Map<String, String> words(String name, List<String> languages) {
        var words = new LinkedHashMap<String, String>();
        languages.forEach(language -> words.put(language, text(name + "." + language)));
        return words;
    }

    /** In every language, or not at all where nothing is needed. */
    Map<String, String> translated(String name, List<String> languages) {
        var words = words(name, languages);
        words.forEach((language, text) -> {
            if (text.isEmpty()) {
                throw Problem.invalid(name + "." + language, "publishing.form.untranslated");
            }
        });
        return words;
    }

    Period period() {
        var amount = text("amount");
        if (!amount.matches("[1-9]\\d{0,3}")) {
            throw Problem.invalid("amount", "publishing.form.amount");
        }
        int number = Integer.parseInt(amount);
        return switch (text("unit")) {
            case "days" -> Period.ofDays(number);
            case "years" -> Period.ofYears(number);
            default -> Period.ofMonths(number);
        };
    }

    /** A day, or nothing. */
    String day(String name) {
        var value = text(name);
        return value.isEmpty() ? "" : Day.parse(name, value).toString();
    }

    /** Wording that is the same in every language is written once. */
    static Object once(Map<String, String> words) {
        var different = List.copyOf(new java.util.LinkedHashSet<>(words.values()));
        return different.size() == 1 ? different.getFirst() : words;
    }
}
