package fi.seloste.newsletters;

import fi.seloste.base.Problem;
import fi.seloste.ui.Given;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a program changes of a newsletter: the fields that it names. Its address and its purpose stay, since consents name them. */
@Schema(name = "ListChange")
record ListPatch(
        @Nullable Given<String> frequency,
        @Nullable Given<Boolean> open,
        @Nullable Given<Boolean> archived,
        @Nullable Given<Map<String, ListJson.WordsJson>> words) {

    Topic.Plan plan(Topic before) {
        var plan = before.plan();
        return new Topic.Plan(
                plan.purpose(),
                frequency == null ? plan.frequency() : Topic.Frequency.of(named("frequency", frequency)),
                open == null ? plan.open() : named("open", open),
                archived == null ? plan.archived() : named("archived", archived));
    }

    /** A language that is named is new as a whole, and one without any words goes; the others stay. */
    Map<String, Topic.Words> words(Topic before) {
        var kept = new TreeMap<>(before.words());
        if (words != null) {
            named("words", words).forEach((language, said) -> kept.put(language, said.words()));
        }
        return kept;
    }

    private static <T> T named(String field, Given<T> given) {
        var value = given.value();
        if (value == null) {
            throw Problem.invalid(field, "ui.invalid.NotNull");
        }
        return value;
    }
}
