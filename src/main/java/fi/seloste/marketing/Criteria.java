package fi.seloste.marketing;

import fi.seloste.base.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the people of an audience have in common: groups of conditions, joined by and or or; a group may be turned round. None is everybody. */
public record Criteria(Match match, List<Group> groups) {

    private static final int MOST_GROUPS = 12;
    private static final int MOST_CONDITIONS = 30;

    public static final Criteria EVERYBODY = new Criteria(Match.ALL, List.of());

    public Criteria {
        groups = groups.stream().filter(group -> !group.conditions().isEmpty()).toList();
        if (groups.size() > MOST_GROUPS) {
            throw Problem.invalid("groups", "value.list.tooMany", MOST_GROUPS, groups.size());
        }
    }

    /** Whether all must hold or any. */
    public enum Match {
        ALL,
        ANY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Match of(String field, String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(field, "marketing.audience.match", code));
        }
    }

    /** Conditions that belong together; {@code not} means whoever does not fulfil them. */
    public record Group(Match match, boolean not, List<Condition> conditions) {

        public Group {
            conditions = List.copyOf(conditions);
            if (conditions.size() > MOST_CONDITIONS) {
                throw Problem.invalid("conditions", "value.list.tooMany", MOST_CONDITIONS, conditions.size());
            }
        }

        Group each(UnaryOperator<Condition> change) {
            return new Group(match, not, conditions.stream().map(change).toList());
        }

        Group with(Condition more) {
            var all = new ArrayList<>(conditions);
            all.add(more);
            return new Group(match, not, all);
        }

        Group without(int index) {
            var all = new ArrayList<>(conditions);
            all.remove(index);
            return new Group(match, not, all);
        }
    }

    /** One thing that is so of a person: the code of a {@link Question}, and the value as that question keeps it. */
    public record Condition(String field, String value) {}

    Stream<Condition> conditions() {
        return groups.stream().flatMap(group -> group.conditions().stream());
    }

    Criteria each(UnaryOperator<Condition> change) {
        return new Criteria(
                match, groups.stream().map(group -> group.each(change)).toList());
    }

    Criteria withGroup(Group group) {
        var all = new ArrayList<>(groups);
        all.add(group);
        return new Criteria(match, all);
    }

    Criteria with(int index, Group group) {
        var all = new ArrayList<>(groups);
        all.set(index, group);
        return new Criteria(match, all);
    }
}
