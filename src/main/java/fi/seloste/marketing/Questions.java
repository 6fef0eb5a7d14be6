package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Criteria.Condition;
import fi.seloste.notice.Category;
import fi.seloste.notice.Notice;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that can be asked of people in an audience, by code. */
@Component
class Questions {

    private static final String NAME = "marketing.field.";

    private final Map<String, Question> known = new LinkedHashMap<>();
    private final Notice notice;

    Questions(List<Question> questions, Notice notice) {
        questions.forEach(one -> known.put(one.code(), one));
        this.notice = notice;
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
        return criteria.conditions().allMatch(one -> isAllowed(of(one.field())));
    }

    private void mustBeAllowed(Question question) {
        if (!isAllowed(question)) {
            throw Problem.notAllowed("marketing.audience.notAllowed", Said.of(NAME + question.code()));
        }
    }

    private boolean isAllowed(Question question) {
        return reads(question) && question.isAllowed();
    }

    private boolean reads(Question question) {
        return notice.inForce().readersOf(question.category()).contains(Purpose.MARKETING);
    }

    /** Codes and the keys of their names. */
    Map<String, String> offered() {
        return known.values().stream()
                .filter(this::isAllowed)
                .collect(Collectors.toMap(
                        Question::code, one -> NAME + one.code(), (one, other) -> one, LinkedHashMap::new));
    }

    /** All that can be asked, and of what may not be asked why not and what to do. */
    List<Asked> all() {
        return known.values().stream()
                .map(one -> new Asked(one, isAllowed(one) ? null : withheld(one)))
                .toList();
    }

    /** {@code withheld} says why it is not offered. */
    record Asked(Question question, @Nullable Said withheld) {}

    /** Why conditions of these criteria are not answered now. */
    List<Said> withheld(Criteria criteria) {
        return criteria.conditions()
                .map(one -> of(one.field()))
                .distinct()
                .filter(one -> !isAllowed(one))
                .map(this::withheld)
                .toList();
    }

    private Said withheld(Question question) {
        var declared = notice.inForce();
        var name = Said.of(NAME + question.code());
        if (reads(question)) {
            return Said.of("marketing.audience.withheld.ground", name);
        }
        var category = declared.covering(question.category()).map(Category::name);
        if (category.isEmpty()) {
            return Said.of("marketing.audience.withheld.undeclared", name, question.category());
        }
        return declared.tellsApart(question.category())
                ? Said.of("marketing.audience.withheld.purpose", name, category.get())
                : Said.of("marketing.audience.withheld.part", name, category.get(), question.category());
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
