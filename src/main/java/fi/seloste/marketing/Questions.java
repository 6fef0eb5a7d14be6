package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Criteria.Condition;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All that can be asked of people in an audience, by code. */
@Component
class Questions {

    private final Map<String, Question> known = new LinkedHashMap<>();

    Questions(List<Question> questions) {
        questions.forEach(one -> known.put(one.code(), one));
    }

    Question of(String code) {
        var question = known.get(code);
        if (question == null) {
            throw Problem.invalid("field", "marketing.audience.field", code, String.join(", ", known.keySet()));
        }
        return question;
    }

    Condition condition(String code, String value) {
        var question = of(code);
        var stripped = Length.LINE.checked("value", value.strip());
        if (stripped.isEmpty()) {
            throw Problem.invalid("value", "marketing.audience.value");
        }
        return new Condition(code, question.checked(stripped));
    }

    /** The same criteria as they are kept, if all of it may be asked and makes sense. */
    Criteria checked(Criteria criteria) {
        criteria.conditions().forEach(one -> mustBeAllowed(of(one.field())));
        return criteria.each(one -> condition(one.field(), one.value()));
    }

    void mustBeAllowed(Criteria criteria) {
        criteria.conditions().forEach(one -> mustBeAllowed(of(one.field())));
    }

    boolean areAllowed(Criteria criteria) {
        return criteria.conditions().allMatch(one -> of(one.field()).isAllowed());
    }

    private static void mustBeAllowed(Question question) {
        if (!question.isAllowed()) {
            throw Problem.notAllowed("marketing.audience.notAllowed", Said.of("marketing.field." + question.code()));
        }
    }

    /** Codes and the keys of their names. */
    Map<String, String> offered() {
        return known.values().stream()
                .filter(Question::isAllowed)
                .collect(Collectors.toMap(
                        Question::code,
                        one -> "marketing.field." + one.code(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    Said said(Condition one) {
        return Said.of("marketing.condition." + one.field(), of(one.field()).shown(one.value()));
    }

    static List<Option> keyed(List<String> codes, String key) {
        return codes.stream().map(code -> new Option(code, key + code)).toList();
    }

    static List<Option> plain(List<String> values) {
        return values.stream().map(value -> new Option(value, value)).toList();
    }
}
