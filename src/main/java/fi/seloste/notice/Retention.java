package fi.seloste.notice;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of keeping of one category. {@code follows} names the category whose rules these are, where it said so; {@code criteria} is a
 * wording that names no period, which can be read but not enforced, and which the linter reports.
 */
public record Retention(@Nullable String follows, List<RetentionRule> rules, Text criteria) {

    public Retention {
        rules = List.copyOf(rules);
    }

    public boolean isEnforceable() {
        return !rules.isEmpty();
    }

    public Optional<RetentionRule> ruleFor(String purpose) {
        return rules.stream()
                .filter(rule -> purpose.equals(rule.purpose()))
                .findFirst()
                .or(this::general);
    }

    public Optional<RetentionRule> general() {
        return rules.stream().filter(rule -> rule.purpose() == null).findFirst();
    }
}
