package fi.seloste.marketing;

import fi.seloste.base.LegalTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Criteria as SQL over a person {@code p}. The same text runs in the marketing purpose, which sees some, and in keeping, which counts all. */
@Component
class Conditions {

    private final Questions questions;
    private final Clock clock;
    private final ZoneId place;

    Conditions(Questions questions, Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.questions = questions;
        this.clock = clock;
        this.place = place;
    }

    /** A condition and the values that its names stand for. */
    record Clause(String text, Map<String, Object> values) {

        JdbcClient.StatementSpec applied(JdbcClient.StatementSpec statement) {
            return statement.params(values);
        }
    }

    LocalDate today() {
        return LegalTime.dayOf(clock.instant(), place);
    }

    Clause of(Criteria criteria) {
        var values = new HashMap<String, Object>();
        values.put("today", today());
        var text = criteria.groups().stream()
                .map(group -> group(group, values))
                .collect(Collectors.joining(word(criteria.match()), "(", ")"));
        return new Clause(criteria.groups().isEmpty() ? "true" : text, values);
    }

    private String group(Criteria.Group group, Map<String, Object> values) {
        var text = group.conditions().stream()
                .map(one -> condition(one, values))
                .collect(Collectors.joining(word(group.match()), "(", ")"));
        // What is not known is not so: who has no language is among those whose language is not Finnish.
        return group.not() ? "(" + text + " is not true)" : text;
    }

    private static String word(Criteria.Match match) {
        return match == Criteria.Match.ALL ? " and " : " or ";
    }

    private String condition(Criteria.Condition one, Map<String, Object> values) {
        var question = questions.of(one.field());
        var name = "v" + values.size();
        values.put(name, question.bound(one.value()));
        return question.holds(":" + name);
    }
}
