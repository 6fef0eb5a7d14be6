package fi.seloste.ui;

import fi.seloste.base.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What is wrong with what a form sent, by field; the empty name is the form as a whole. */
public record Errors(Map<String, Said> byField) {

    public Errors {
        byField = Map.copyOf(byField);
    }

    public static Errors none() {
        return new Errors(Map.of());
    }

    public static Errors of(Problem.Invalid problem) {
        var field = problem.field();
        return new Errors(Map.of(field == null ? "" : field, Said.of(problem.key(), problem.arguments())));
    }

    /** The first complaint of each field, as the constraint or the form's own message words it. */
    public static Errors of(BindingResult result) {
        var byField = new LinkedHashMap<String, Said>();
        result.getFieldErrors().forEach(error -> byField.putIfAbsent(error.getField(), FieldSentence.of(error)));
        result.getGlobalErrors().forEach(error -> byField.putIfAbsent("", FieldSentence.of(error)));
        return new Errors(byField);
    }

    public @Nullable Said of(String field) {
        return byField.get(field);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public List<String> fields() {
        return byField.keySet().stream().sorted().toList();
    }
}
