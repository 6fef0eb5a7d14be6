package fi.seloste.retention;

import fi.seloste.notice.Declaration;
import fi.seloste.notice.Removal;
import fi.seloste.notice.RetentionRule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of the category of people: each purpose that needs a person keeps them as long as its own rule says, so the longest holds. */
record PersonRules(List<RetentionRule> rules) {

    static PersonRules of(Declaration notice, String category) {
        return new PersonRules(
                notice.covering(category).map(one -> one.retention().rules()).orElse(List.of()));
    }

    Ending end(Facts facts) {
        var applicable = rules.stream()
                .filter(rule -> facts.event(rule.anchor()) != null)
                .toList();
        for (var rule : applicable) {
            if (LocalDate.MAX.equals(facts.event(rule.anchor()))) {
                return new Ending.WhileItLasts(rule);
            }
        }
        return applicable.stream()
                .map(rule -> until(rule, Objects.requireNonNull(facts.event(rule.anchor()))))
                .max(Comparator.comparing(Ending.Until::on))
                .<Ending>map(longest -> longest)
                .orElseGet(Ending.Unruled::new);
    }

    /** The rules by which people are used: a rule that restricts keeps them for rights and claims, and lets nobody else see them. */
    PersonRules ofUse() {
        return new PersonRules(
                rules.stream().filter(rule -> rule.action() != Removal.RESTRICT).toList());
    }

    /** Whether people are kept longer than they are used. */
    boolean withhold() {
        return ofUse().rules.size() < rules.size() && !ofUse().rules.isEmpty();
    }

    /** Whether the time of use is over on this day, and the time of keeping is not. */
    boolean isWithheldOn(Facts facts, LocalDate today) {
        return withhold() && ofUse().isDue(facts, today) && !isDue(facts, today);
    }

    /** The last day of use, where people are kept longer; null where both end together. */
    @Nullable
    LocalDate lastOfUse(Facts facts) {
        return withhold()
                        && ofUse().end(facts) instanceof Ending.Until use
                        && !(end(facts) instanceof Ending.Until end && !use.on().isBefore(end.on()))
                ? use.on()
                : null;
    }

    boolean isDue(Facts facts, LocalDate today) {
        return end(facts) instanceof Ending.Until until && until.isOverOn(today);
    }

    private static Ending.Until until(RetentionRule rule, LocalDate event) {
        return new Ending.Until(rule.keptUntil(event), rule, event);
    }

    boolean runFromPerson() {
        return !rules.isEmpty() && rules.stream().map(RetentionRule::anchor).allMatch(Schedule::isOfPerson);
    }

    /** The latest day of the event with which a rule is over on this day: what has happened later is not due. */
    static LocalDate latestOver(RetentionRule rule, LocalDate today) {
        var event = today.minus(rule.period());
        while (rule.isOverOn(event, today)) {
            event = event.plusDays(1);
        }
        while (!rule.isOverOn(event, today)) {
            event = event.minusDays(1);
        }
        return event;
    }
}
