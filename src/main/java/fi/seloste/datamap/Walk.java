package fi.seloste.datamap;

import fi.seloste.base.PersonId;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Walks everything that is kept about a person, table by table as the data maps declare it, so that nothing kept can be forgotten.
 * Rows are streamed: a person with a hundred thousand of them takes no more memory than one with ten.
 */
@Component
public class Walk {

    private final DataMap map;
    private final Tie tie;
    private final JdbcClient jdbc;

    Walk(DataMap map, JdbcClient jdbc) {
        this.map = map;
        this.tie = new Tie(map);
        this.jdbc = jdbc;
    }

    /** A table of the map with how many of its rows are about the person; none is said, not left out. */
    public record Section(Table table, long rows) {}

    @As(Purpose.RIGHTS)
    public List<Section> sections(PersonId person) {
        var people = people(person);
        return map.aboutPeople().stream()
                .map(table -> new Section(table, count(table, people)))
                .toList();
    }

    /**
     * Every readable column of every row of one table, and what its references are called. Fingerprints, secrets and employees' ids stay
     * behind.
     */
    @As(Purpose.RIGHTS)
    public void rows(PersonId person, Table table, Consumer<Map<String, @Nullable Object>> sink) {
        var columns = new ArrayList<>(table.names(Walk::isCopied));
        var read = new ArrayList<>(columns);
        table.columns()
                .forEach(column -> map.called(column).ifPresent(other -> {
                    columns.add(other.name());
                    read.add(name(table, column, other));
                }));
        var order = table.life().at() == null ? table.key() : table.life().at() + ", " + table.key();
        jdbc.sql("select %s from %s where %s order by %s"
                        .formatted(String.join(", ", read), table.qualified(), tie.condition(table), order))
                .param("people", people(person))
                .query(row -> {
                    sink.accept(values(row, columns));
                });
    }

    private static String name(Table table, Column column, Table other) {
        return "(select named.%s from %s named where named.%s = %s.%s) as %s"
                .formatted(
                        other.ties().called(),
                        other.qualified(),
                        other.key(),
                        table.name(),
                        column.name(),
                        other.name());
    }

    /** The columns of a copied row that say something to the person, as {@link #rows} names them. */
    public List<Column> telling(Table table) {
        return table.columns().stream()
                .flatMap(column -> isTelling(column)
                        ? Stream.of(column)
                        : map.called(column).stream().map(other -> new Column(other.name(), Column.Kind.FREE_TEXT)))
                .toList();
    }

    private static boolean isTelling(Column column) {
        return switch (column.kind()) {
            case CONTACT, NAME, FREE_TEXT, PERSONAL, TIME, CODE -> true;
            case KEY,
                    SUBJECT,
                    SUBJECTS,
                    ALIAS,
                    REF,
                    FINGERPRINT,
                    SEARCH,
                    BLOB,
                    STAFF,
                    STAFF_NAME,
                    NOT_PERSONAL,
                    SECRET -> false;
        };
    }

    /** The person's id and those of the rows that were merged into it. */
    UUID[] people(PersonId person) {
        return people(List.of(person));
    }

    UUID[] people(Collection<PersonId> persons) {
        var people = new LinkedHashSet<UUID>();
        persons.forEach(person -> people.add(person.value()));
        var asked = people.toArray(UUID[]::new);
        for (var aliases : tie.aliases()) {
            people.addAll(jdbc.sql(aliases)
                    .paramSource(new MapSqlParameterSource("people", asked))
                    .query(UUID.class)
                    .list());
        }
        return people.toArray(UUID[]::new);
    }

    long count(Table table, UUID[] people) {
        return jdbc.sql("select count(*) from %s where %s".formatted(table.qualified(), tie.condition(table)))
                .paramSource(new MapSqlParameterSource("people", people))
                .query(Long.class)
                .single();
    }

    private static boolean isCopied(Column column) {
        return switch (column.kind()) {
            case KEY, SUBJECT, REF, ALIAS, CONTACT, NAME, FREE_TEXT, PERSONAL, BLOB, TIME, CODE, NOT_PERSONAL -> true;
            case SUBJECTS, FINGERPRINT, SEARCH, STAFF, STAFF_NAME, SECRET -> false;
        };
    }

    private static Map<String, @Nullable Object> values(ResultSet row, List<String> columns) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var column : columns) {
            values.put(column, value(row.getObject(column)));
        }
        return values;
    }

    private static @Nullable Object value(@Nullable Object raw) throws SQLException {
        return switch (raw) {
            case null -> null;
            case Array array -> Arrays.asList((Object[]) array.getArray());
            case Timestamp time -> time.toInstant();
            case java.sql.Date date -> date.toLocalDate();
            case byte[] bytes -> java.util.HexFormat.of().formatHex(bytes);
            default -> raw;
        };
    }
}
