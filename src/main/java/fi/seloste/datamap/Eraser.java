package fi.seloste.datamap;

import fi.seloste.base.PersonId;
import fi.seloste.datamap.Table.Erasing;
import fi.seloste.datamap.Table.Part;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases a person as the data maps declare it (Art. 17). A row that is about nobody else goes; a row that others need loses the person; a
 * row that a law keeps stays, and then the person stays as a shell without values, seen by rights and claims alone.
 */
@Component
public class Eraser {

    private final DataMap map;
    private final Tie tie;
    private final Walk walk;
    private final Order order;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Eraser(DataMap map, Walk walk, Order order, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.map = map;
        this.tie = new Tie(map);
        this.walk = walk;
        this.order = order;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** What erasure does, or did, to one table's rows of the person. */
    public record Item(Table table, long rows, Erasing action) {

        public String category() {
            return table.category();
        }
    }

    /** What would happen; nothing does. */
    @As(Purpose.RIGHTS)
    public List<Item> plan(PersonId person, Set<String> held) {
        var people = walk.people(person);
        return inOrder().stream()
                .map(table -> new Item(table, walk.count(table, people), action(table, held)))
                .toList();
    }

    /**
     * Does it, in the running transaction. A second time finds nothing left to do. The rows of the categories that are held stay, as if a
     * law kept them.
     */
    @As(Purpose.RIGHTS)
    public List<Item> erase(PersonId person, Set<String> held) {
        return whole(walk.people(person), held);
    }

    /** The same for people whose time of keeping is over, many at once. */
    @As(Purpose.RETENTION)
    public List<Item> expire(Collection<PersonId> persons, Set<String> held) {
        return whole(walk.people(persons), held);
    }

    /** Only the rows of one category; the people stay. */
    @As(Purpose.RETENTION)
    public List<Item> expireOnly(Collection<PersonId> persons, String category) {
        var tables = inOrder().stream()
                .filter(table -> table.category().equals(category) && !table.isPerson())
                .toList();
        return erase(tables, walk.people(persons), Set.of());
    }

    private List<Item> whole(UUID[] people, Set<String> held) {
        var items = erase(inOrder(), people, held);
        events.publishEvent(new Erased(List.of(people)));
        return items;
    }

    private List<Item> erase(List<Table> tables, UUID[] people, Set<String> held) {
        // Counted before anything goes: a file goes with the row that names it, and would not be counted any more.
        var items = tables.stream()
                .map(table -> new Item(table, walk.count(table, people), action(table, held)))
                .toList();
        items.stream().filter(item -> item.rows() > 0).forEach(item -> erase(item.table(), item.action(), people));
        return items;
    }

    private static Erasing action(Table table, Set<String> held) {
        return held.contains(table.category())
                ? Erasing.KEEP_UNTIL
                : table.life().erasure();
    }

    private List<Table> inOrder() {
        return order.referrersFirst(map.aboutPeople());
    }

    private void erase(Table table, Erasing action, UUID[] people) {
        switch (action) {
            case DELETE -> {
                deleteOrShell(table, people);
                unlinkOthers(table, people);
            }
            case UNLINK -> unlink(table, people);
            case ANONYMISE -> blank(table, people);
            case KEEP_UNTIL, NONE -> {} // said in the plan and the certificate, with its law
        }
    }

    /** Of people, those whose rows stay somewhere become shells, and the others go. */
    private void deleteOrShell(Table table, UUID[] people) {
        if (table.isPerson()) {
            run(order.deleteUnreferred(table, tie.condition(table), people.length), people);
            blank(table, people);
            run(
                    "update %s set standing = (standing | 8)::smallint where %s and (standing & 8) = 0"
                            .formatted(table.qualified(), tie.condition(table)),
                    people);
            return;
        }
        var parts = columns(table, Set.of(Part.SUBJECT));
        var condition = parts.isEmpty() ? tie.condition(table) : equal(parts);
        run("delete from %s where %s".formatted(table.qualified(), condition), people);
    }

    /** Shells whose last row has gone, a number of them; gives back how many went. */
    @As(Purpose.RETENTION)
    public int removeEmptyShells(int most) {
        return jdbc.sql(order.deleteUnreferred(map.person(), "(standing & 8) <> 0", most))
                .update();
    }

    /**
     * A person who is only a participant or mentioned leaves the row; the row stays with whom it is about. One that says nothing without
     * the person, such as that two are not the same, goes.
     */
    private void unlinkOthers(Table table, UUID[] people) {
        var nullable = order.nullable(table);
        for (var column : columns(table, Set.of(Part.PARTICIPANT, Part.MENTIONED))) {
            var sql = nullable.contains(column) ? "update %1$s set %2$s = null" : "delete from %1$s";
            run((sql + " where %2$s = any(:people)").formatted(table.qualified(), column), people);
        }
    }

    private void unlink(Table table, UUID[] people) {
        unlinkOthers(table, people);
        for (var column : columns(table, Set.of(Part.SUBJECTS))) {
            run(
                    "update %s set %s = (select coalesce(array_agg(s), '{}') from unnest(%s) s where s <> all(:people)) where %s && :people"
                            .formatted(table.qualified(), column, column, column),
                    people);
        }
        for (var column : columns(table, Set.of(Part.SUBJECT))) {
            run("update %s set %s = null where %s = any(:people)".formatted(table.qualified(), column, column), people);
        }
    }

    private void blank(Table table, UUID[] people) {
        var nullable = order.nullable(table);
        var sets = table.columns().stream()
                .filter(c -> c.kind().isPersonal() || c.kind() == Column.Kind.SEARCH)
                .map(c -> c.name() + (nullable.contains(c.name()) ? " = null" : " = ''"))
                .collect(Collectors.joining(", "));
        if (!sets.isEmpty()) {
            run("update %s set %s where %s".formatted(table.qualified(), sets, tie.condition(table)), people);
        }
    }

    private static List<String> columns(Table table, Set<Part> parts) {
        return table.ties().persons().entrySet().stream()
                .filter(e -> parts.contains(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String equal(List<String> columns) {
        return columns.stream().map(c -> c + " = any(:people)").collect(Collectors.joining(" or "));
    }

    private void run(String sql, UUID[] people) {
        jdbc.sql(sql).paramSource(new MapSqlParameterSource("people", people)).update();
    }
}
