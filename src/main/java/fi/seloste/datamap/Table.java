package fi.seloste.datamap;

import fi.seloste.notice.Anchor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table as a data map declares it. */
public record Table(
        String schema, String name, Ties ties, String category, Access access, Life life, List<Column> columns) {

    /**
     * How the rows lead to people: by column, or through another table's rows. {@code owner} says whose rows they are, and {@code itself}
     * that a row is that owner. Rows that are {@code separable} can be restricted with their category alone (Art. 18). {@code called} is the column by which rows elsewhere that refer to one of these name it to a reader.
     */
    public record Ties(
            Map<String, Part> persons,
            Map<String, String> through,
            Owner owner,
            boolean itself,
            boolean standing,
            boolean separable,
            @Nullable String called) {}

    /** Whose rows they are: they go with their owner. */
    public enum Owner {
        PERSON,
        ORGANISATION,
        STAFF,
        NONE;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The person's part in the row. */
    public enum Part {
        SUBJECT,
        SUBJECTS,
        PARTICIPANT,
        MENTIONED,
        STAFF
    }

    /** Who may do what beyond the category's purposes. */
    public record Access(
            List<String> reads,
            List<String> writes,
            List<String> inserts,
            Map<String, List<String>> updates,
            Map<String, List<String>> hidden,
            Map<String, List<String>> visible) {}

    /**
     * When a row came to be, where it shows on the timeline, what erasure does to it, and which column tells of which event of keeping. With
     * {@code handedOver} a row says that data went to whom its reference names, on the day of that column.
     */
    public record Life(
            @Nullable String at,
            @Nullable Timeline timeline,
            Erasing erasure,
            Map<Anchor, String> anchors,
            @Nullable String handedOver) {

        /** The column from which a time of keeping runs; a row was recorded when it came to be, where nothing else is said. */
        public Optional<String> column(Anchor anchor) {
            var said = Optional.ofNullable(anchors.get(anchor));
            return anchor == Anchor.RECORDED ? said.or(() -> Optional.ofNullable(at)) : said;
        }
    }

    /** A line on a person's timeline. */
    public record Timeline(
            String at, String kind, String text, @Nullable String opens) {}

    /** What erasure does to a row. */
    public enum Erasing {
        DELETE,
        ANONYMISE,
        UNLINK,
        KEEP_UNTIL,
        NONE
    }

    public String qualified() {
        return schema + "." + name;
    }

    /** Whether a row of this table is a person, and not about one. */
    public boolean isPerson() {
        return ties.standing()
                && columns.getFirst().kind() == Column.Kind.SUBJECT
                && columns.stream().anyMatch(c -> c.kind() == Column.Kind.ALIAS);
    }

    public boolean isOwnedBy(Owner owner) {
        return ties.owner() == owner;
    }

    /** Whether a row of this table is an owner of this kind. */
    public boolean isItself(Owner owner) {
        return ties.itself() && isOwnedBy(owner);
    }

    /** The columns that lead to whom the row is about. */
    public List<String> subjects() {
        return ties.persons().entrySet().stream()
                .filter(tie -> tie.getValue() == Part.SUBJECT)
                .map(Map.Entry::getKey)
                .toList();
    }

    public boolean isTechnical() {
        return category.equals("technical");
    }

    /** Whether rows lead to a person who is not an employee. */
    public boolean isAboutPeople() {
        return !ties.through().isEmpty() || ties.persons().values().stream().anyMatch(part -> part != Part.STAFF);
    }

    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    public List<String> names(java.util.function.Predicate<Column> which) {
        return columns.stream().filter(which).map(Column::name).toList();
    }

    /** The first key column: it names a row. */
    public String key() {
        return columns.getFirst().name();
    }
}
