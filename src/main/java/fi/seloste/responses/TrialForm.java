package fi.seloste.responses;

import fi.seloste.base.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What the form of a trial sends, as it is shown again: the further subjects by their number and language. */
public record TrialForm(String share, String hours, int version, Map<String, String> words) {

    private static final int USUAL_SHARE = 30;
    private static final int USUAL_HOURS = 4;

    static TrialForm of(@Nullable Trial trial) {
        if (trial == null) {
            return new TrialForm(String.valueOf(USUAL_SHARE), String.valueOf(USUAL_HOURS), 0, Map.of());
        }
        var words = new LinkedHashMap<String, String>();
        for (int i = 0; i < trial.plan().subjects().size(); i++) {
            int number = i + 2;
            trial.plan().subjects().get(i).forEach((language, text) -> words.put(field(number, language), text));
        }
        return new TrialForm(
                String.valueOf(trial.plan().share()),
                String.valueOf(trial.plan().hours()),
                trial.version(),
                words);
    }

    static TrialForm of(MultiValueMap<String, String> sent) {
        var version = Objects.requireNonNullElse(sent.getFirst("version"), "");
        return new TrialForm(
                Objects.requireNonNullElse(sent.getFirst("share"), ""),
                Objects.requireNonNullElse(sent.getFirst("hours"), ""),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                sent.toSingleValueMap());
    }

    static String field(int number, String language) {
        return "subject-" + number + "-" + language;
    }

    public String shown(int number, String language) {
        return words.getOrDefault(field(number, language), "");
    }

    Trial.Plan plan(List<String> languages) {
        var subjects = new ArrayList<Map<String, String>>();
        for (int number = 2; number <= Trial.Plan.MOST; number++) {
            var one = new LinkedHashMap<String, String>();
            for (var language : languages) {
                one.put(language, shown(number, language));
            }
            subjects.add(one);
        }
        return new Trial.Plan(whole("share", share), whole("hours", hours), subjects);
    }

    private static int whole(String field, String text) {
        if (!text.strip().matches("\\d{1,4}")) {
            throw Problem.invalid(field, "responses.trial." + field);
        }
        return Integer.parseInt(text.strip());
    }
}
