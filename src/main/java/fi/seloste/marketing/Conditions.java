package fi.seloste.marketing;

import fi.seloste.base.LegalTime;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Criteria as SQL over a person {@code p}. The same text runs in the marketing purpose, which sees some, and in keeping, which counts all. */
@Component
class Conditions {

    private static final String POST = """
            p.person_id in (select f.person_id from register.affiliation f where (f.until_on is null or f.until_on > :today) and %s)""";

    private final Clock clock;
    private final ZoneId place;

    Conditions(Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
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
        var name = "v" + values.size();
        values.put(name, value(one));
        var given = ":" + name;
        return switch (one.field()) {
            case LANGUAGE -> "p.language = " + given;
            case ROLE -> POST.formatted(given + " = any(f.roles)");
            case ORGANISATION -> POST.formatted("f.organisation_id = " + given);
            case SEGMENT -> POST.formatted(among("organisation o", "o.segment = " + given, "o"));
            case ORGANISATION_TAG -> POST.formatted(among("organisation_tag o", "o.tag = " + given, "o"));
            case TAG -> "p.person_id in (select t.person_id from register.person_tag t where t.tag = " + given + ")";
            case OWNER -> "p.owner_by = " + given;
            case SOURCE -> "p.source = " + given;
            case ACTED_SINCE -> "p.last_act_at >= " + given;
            case ACTED_BEFORE -> "p.last_act_at < " + given;
        };
    }

    private static String among(String table, String condition, String alias) {
        return "f.organisation_id in (select %s.organisation_id from register.%s where %s)"
                .formatted(alias, table, condition);
    }

    private Object value(Criteria.Condition one) {
        return switch (one.field()) {
            case LANGUAGE, ROLE, SEGMENT, ORGANISATION_TAG, TAG, SOURCE -> one.value();
            case ORGANISATION, OWNER -> UUID.fromString(one.value());
            case ACTED_SINCE, ACTED_BEFORE ->
                Sql.at(LocalDate.parse(one.value()).atStartOfDay(place).toInstant());
        };
    }
}
