package fi.seloste.retention;

import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Table;
import fi.seloste.notice.Anchor;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Removal;
import fi.seloste.notice.RetentionRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How each rule of a notice is carried out in what the data maps declare. */
@Component
class Schedule {

    private final DataMap map;

    Schedule(DataMap map) {
        this.map = map;
    }

    /** Who carries out a rule: the sweep with the person or the organisation, the sweep row by row, or nobody, and then it is said. */
    enum How {
        WITH_PERSON,
        WITH_ORGANISATION,
        HIDDEN_FIRST,
        ROW_BY_ROW,
        NO_DATA,
        NOT_YET
    }

    List<RowRule> rows(Declaration notice) {
        return map.tables().stream()
                .filter(table -> !table.isTechnical() && !table.isPerson() && !goesWithOrganisation(table))
                .flatMap(table -> rule(notice, table).stream())
                .toList();
    }

    private boolean goesWithOrganisation(Table table) {
        return table.isOwnedBy(Table.Owner.ORGANISATION)
                && table.category().equals(map.itself(Table.Owner.ORGANISATION).category());
    }

    private static Optional<RowRule> rule(Declaration notice, Table table) {
        return notice.covering(table.category())
                .flatMap(category -> category.retention().rules().stream()
                        .filter(Schedule::isOfRow)
                        .flatMap(rule ->
                                table
                                        .life()
                                        .column(rule.anchor())
                                        .map(column -> new RowRule(table, column, rule))
                                        .stream())
                        .findFirst());
    }

    private static boolean isOfRow(RetentionRule rule) {
        return !isOfPerson(rule.anchor()) && rule.action() != Removal.RESTRICT;
    }

    static boolean isOfPerson(Anchor anchor) {
        return anchor == Anchor.OWN_ACT || anchor == Anchor.RELATIONSHIP_END;
    }

    /** What is about people and has rules of its own that run from the person's events: it can go before the person, never after. */
    List<PersonRule> categories(Declaration notice, String personCategory) {
        var people = PersonRules.of(notice, personCategory);
        return map.aboutPeople().stream()
                .map(Table::category)
                .filter(category -> !category.equals(personCategory) && !category.equals("technical"))
                .distinct()
                .map(category -> new PersonRule(category, PersonRules.of(notice, category)))
                .filter(one -> !one.rules().equals(people) && one.rules().runFromPerson())
                .toList();
    }

    record PersonRule(String category, PersonRules rules) {}

    /** Tables whose rows go with a person, as far as no hold keeps their category. */
    Set<Table> goingWithPerson(Set<String> held) {
        return map.aboutPeople().stream()
                .filter(table -> !table.isPerson()
                        && table.life().erasure() == Table.Erasing.DELETE
                        && table.ties().persons().containsValue(Table.Part.SUBJECT)
                        && !held.contains(table.category()))
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<Table> tables(String category) {
        return map.aboutPeople().stream()
                .filter(table -> table.category().equals(category)
                        && table.ties().persons().containsValue(Table.Part.SUBJECT))
                .collect(Collectors.toUnmodifiableSet());
    }

    How how(Declaration notice, String category, RetentionRule rule, String personCategory) {
        var tables = map.tables().stream()
                .filter(table -> table.category().equals(category))
                .toList();
        if (tables.isEmpty()) {
            return How.NO_DATA;
        }
        if (category.equals(personCategory) && rule.action() == Removal.RESTRICT) {
            return isOfPerson(rule.anchor()) || rule.anchor() == Anchor.RECORDED ? How.HIDDEN_FIRST : How.NOT_YET;
        }
        if (rule.action() == Removal.RESTRICT) {
            return How.NOT_YET; // rows of a person who is in use cannot be hidden one by one
        }
        if (category.equals(personCategory)) {
            return isOfPerson(rule.anchor()) || rule.anchor() == Anchor.RECORDED ? How.WITH_PERSON : How.NOT_YET;
        }
        if (tables.stream().anyMatch(table -> table.isItself(Table.Owner.ORGANISATION))) {
            return isOfPerson(rule.anchor()) || rule.anchor() == Anchor.RECORDED ? How.WITH_ORGANISATION : How.NOT_YET;
        }
        if (isOfPerson(rule.anchor())) {
            return tables.stream().anyMatch(Table::isAboutPeople) ? How.WITH_PERSON : How.NOT_YET;
        }
        return rows(notice).stream()
                        .anyMatch(row -> row.rule().equals(rule)
                                && row.table().category().equals(category))
                ? How.ROW_BY_ROW
                : How.NOT_YET;
    }
}
