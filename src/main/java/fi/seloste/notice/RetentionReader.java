package fi.seloste.notice;

import fi.seloste.base.Known;
import fi.seloste.notice.RetentionRule.Ground;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** The rules in force: a category's own, and where it has none those of the one it names, however many steps away. */
    Retention followed(String category, Map<String, Category> categories) {
        var own = Known.in(categories, category).retention();
        var end = end(category, categories);
        if (end == null || end.equals(category)) {
            return own;
        }
        var theirs = Known.in(categories, end).retention();
        var rules = new ArrayList<>(own.rules());
        theirs.rules().stream()
                .filter(rule -> own.rules().stream().noneMatch(mine -> Objects.equals(mine.purpose(), rule.purpose())))
                .forEach(rules::add);
        return new Retention(own.follows(), rules, theirs.criteria());
    }

    /** Where the references lead from a category; null where they lead nowhere, which is reported. */
    private @Nullable String end(String category, Map<String, Category> categories) {
        var way = new ArrayList<>(List.of(category));
        while (Known.in(categories, way.getLast()).retention().follows() instanceof String next) {
            var from = Known.in(sections, way.getLast());
            if (!categories.containsKey(next)) {
                from.flaw(
                        "with",
                        "unknown.category",
                        next,
                        Nearest.to(next, categories.keySet()).orElse(String.join(", ", categories.keySet())));
                return null;
            }
            boolean again = way.contains(next);
            way.add(next);
            if (again) {
                Known.in(sections, category).flaw("with", "cycle", String.join(" → ", way));
                return null;
            }
        }
        return way.getLast();
    }
}
