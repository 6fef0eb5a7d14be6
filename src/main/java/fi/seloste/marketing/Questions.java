package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.marketing.Criteria.Condition;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that can be asked of people in an audience, by code. */
@Component
class Questions {

    private final Map<String, Question> known = new LinkedHashMap<>();
    private final OwnQuestions own;
    private final Granted granted;

    Questions(List<Question> questions, OwnQuestions own, Granted granted) {
        questions.forEach(one -> known.put(one.code(), one));
        this.own = own;
        this.granted = granted;
    }

    Question of(String code) {
        var question = known.get(code);
        return question != null
                ? question
                : own.find(code)
                        .orElseThrow(() -> Problem.invalid(
                                "field",
                                "marketing.audience.field",
                                Shortened.of(code),
                                String.join(", ", known.keySet()) + ", " + OwnQuestions.PREFIX + "…"));
    }

    /** What the product asks by itself, then what this company's own fields do. */
    private List<Question> every() {
        return Stream.concat(known.values().stream(), own.all().stream()).toList();
    }

    Condition condition(String code, String value) {
        var question = of(code);
        mustBeAllowed(question);
        var stripped = Length.LINE.checked("value", value.strip());
        if (stripped.isEmpty()) {
            throw Problem.invalid("value", "marketing.audience.value");
        }
        return new Condition(code, question.checked(stripped));
    }

    /** The same criteria as they are kept, if all of it may be asked and makes sense. */
    Criteria checked(Criteria criteria) {
        return checked(criteria, Criteria.EVERYBODY);
    }

    /** What was asked before may stay, though it is not answered: it is told, and is taken away piece by piece. */
    Criteria checked(Criteria criteria, Criteria before) {
        var kept = before.conditions().collect(Collectors.toSet());
        return criteria.each(one -> kept.contains(one) ? one : condition(one.field(), one.value()));
    }

    void mustBeAllowed(Criteria criteria) {
        criteria.conditions().forEach(one -> mustBeAllowed(of(one.field())));
    }

    boolean areAllowed(Criteria criteria) {
        return criteria.conditions().allMatch(one -> isAllowed(of(one.field())));
    }

    private void mustBeAllowed(Question question) {
        var gone = question.gone();
        if (gone != null) {
            throw Problem.notAllowed(gone.key(), gone.arguments().toArray());
        }
        if (!isAllowed(question)) {
            throw Problem.notAllowed("marketing.audience.notAllowed", question.name());
        }
    }

    private boolean isAllowed(Question question) {
        return question.gone() == null && reads(question) && question.isAllowed();
    }

    private boolean reads(Question question) {
        return granted.reads(question.category());
    }

    /** All that can be asked, and of what may not be asked why not and what to do. */
    List<Asked> all() {
        return every().stream()
                .map(one -> new Asked(one, isAllowed(one) ? null : withheld(one)))
                .toList();
    }

    /** {@code withheld} says why it is not offered. */
    record Asked(Question question, @Nullable Said withheld) {

        boolean isOwn() {
            return question.code().startsWith(OwnQuestions.PREFIX);
        }
    }

    /** Why conditions of these criteria are not answered now. */
    List<Said> withheld(Criteria criteria) {
        return criteria.conditions()
                .map(one -> of(one.field()))
                .filter(one -> !isAllowed(one))
                .map(this::withheld)
                .distinct()
                .toList();
    }

    private Said withheld(Question question) {
        var name = question.name();
        var gone = question.gone();
        if (gone != null) {
            return gone;
        }
        if (reads(question)) {
            return Said.of("marketing.audience.withheld.ground", name);
        }
        return granted.why("marketing.audience.withheld", name, question.category(), question::withheld);
    }

    Said said(Condition one) {
        return of(one.field()).said(one.value());
    }

    static List<Option> keyed(List<String> codes, String key) {
        return codes.stream().map(code -> new Option(code, key + code)).toList();
    }

    static List<Option> plain(List<String> values) {
        return values.stream().map(value -> new Option(value, value)).toList();
    }
}
