package fi.seloste.notice;

import fi.seloste.base.Known;
import fi.seloste.notice.RetentionRule.Ground;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of keeping. A category must have one; it may be that of another category, as long as following those references ends
 * somewhere.
 */
final class RetentionReader {

    private final Words words;
    private final Set<String> purposes;
    private final Map<String, Section> sections = new HashMap<>();

    RetentionReader(Words words, Set<String> purposes) {
        this.words = words;
        this.purposes = purposes;
    }

    Retention read(String category, Section section) {
        if (!section.has("retention")) {
            section.flaw("retention", "keptForEver", category);
            return new Retention(null, List.of(), Text.NONE);
        }
        var retention = section.section("retention");
        sections.put(category, retention);
        var follows = retention.find("with");
        var criteria = words.orNone(retention, "criteria");
        var rules = new ArrayList<RetentionRule>();
        if (follows == null && criteria.isBlank()) {
            rules.add(rule(null, retention));
        }
        if (retention.has("for")) {
            retention.section("for").entries().forEach((purpose, one) -> rules.add(override(retention, purpose, one)));
        }
        retention.end();
        return new Retention(follows, rules, criteria);
    }

    private RetentionRule override(Section retention, String purpose, Section section) {
        if (!purposes.contains(purpose)) {
            retention.flaw(
                    "for",
                    "unknown.purpose",
                    purpose,
                    Nearest.to(purpose, purposes).orElse(String.join(", ", purposes)));
        }
        var rule = rule(purpose, section);
        section.end();
        return rule;
    }

    private RetentionRule rule(@Nullable String purpose, Section section) {
        if (!section.has("period")) {
            section.flaw("period", "missing", "period");
        }
        var period = section.findPeriod("period");
        return new RetentionRule(
                purpose,
                section.choice("anchor", Anchor.class),
                period == null ? Period.ZERO : period,
                section.choice("action", Removal.class),
                ground(section));
    }

    private Ground ground(Section section) {
        var law = words.orNone(section, "law");
        var reason = words.orNone(section, "reason");
        if (law.isBlank() && reason.isBlank()) {
            section.flaw("reason", "groundless");
        }
        return new Ground(!law.isBlank(), law.isBlank() ? reason : law);
    }

    /** The rules in force: a category's own, or those of the one it names, however many steps away. */
    Retention followed(String category, Map<String, Category> categories) {
        var way = new LinkedHashSet<String>();
        var own = Known.in(categories, category).retention();
        var at = category;
        while (Known.in(categories, at).retention().follows() instanceof String next) {
            if (!way.add(at) || next.equals(category)) {
                way.add(next);
                Known.in(sections, category)
                        .flaw(
                                "with",
                                "cycle",
                                String.join(" → ", way) + (next.equals(category) ? " → " + category : ""));
                return own;
            }
            if (!categories.containsKey(next)) {
                var meant = Nearest.to(next, categories.keySet()).orElse(String.join(", ", categories.keySet()));
                Known.in(sections, at).flaw("with", "unknown.category", next, meant);
                return own;
            }
            at = next;
        }
        if (at.equals(category)) {
            return own;
        }
        var rules = new ArrayList<>(own.rules());
        Known.in(categories, at).retention().rules().stream()
                .filter(rule -> own.rules().stream().noneMatch(mine -> Objects.equals(mine.purpose(), rule.purpose())))
                .forEach(rules::add);
        return new Retention(
                own.follows(), rules, Known.in(categories, at).retention().criteria());
    }
}
