package fi.seloste.marketing;

import fi.seloste.base.Day;
import fi.seloste.base.Ids;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    /** One thing that is so of a person. */
    public record Condition(Field field, String value) {

        public Condition {
            value = field.checked(value.strip());
        }
    }

    /** What can be asked of people in marketing. */
    public enum Field {
        LANGUAGE,
        ROLE,
        ORGANISATION,
        SEGMENT,
        ORGANISATION_TAG,
        TAG,
        OWNER,
        SOURCE,
        ACTED_SINCE,
        ACTED_BEFORE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Field of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("field", "marketing.audience.field", code));
        }

        private String checked(String value) {
            if (value.isEmpty()) {
                throw Problem.invalid("value", "marketing.audience.value");
            }
            return switch (this) {
                case LANGUAGE, SEGMENT, ORGANISATION_TAG, TAG -> Length.NAME.checked("value", value);
                case ROLE -> Affiliation.Role.of(value).code();
                case SOURCE -> Source.of(value).code();
                case ORGANISATION, OWNER -> Ids.parse("value", value).toString();
                case ACTED_SINCE, ACTED_BEFORE -> Day.parse("value", value).toString();
            };
        }
    }

    boolean uses(Field field) {
        return groups.stream().flatMap(group -> group.conditions().stream()).anyMatch(one -> one.field() == field);
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
