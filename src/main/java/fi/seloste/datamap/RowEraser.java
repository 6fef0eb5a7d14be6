package fi.seloste.datamap;

import fi.seloste.datamap.Table.Erasing;
import fi.seloste.datamap.Table.Owner;
import fi.seloste.datamap.Table.Part;
import fi.seloste.notice.Removal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes single rows whose own time of keeping is over, with what hangs on them; whom they are about stays. */
@Component
public class RowEraser {

    private final DataMap map;
    private final Order order;
    private final StaffNames names;
    private final JdbcClient jdbc;

    RowEraser(DataMap map, Order order, StaffNames names, JdbcClient jdbc) {
        this.map = map;
        this.order = order;
        this.names = names;
        this.jdbc = jdbc;
    }

    /** Deletes the rows with these keys; gives back how many rows went with them, themselves included. */
    public long delete(Table table, Collection<UUID> keys) {
        return isOnlyEmptied(table, Removal.ERASE)
                ? anonymise(table, keys)
                : deleteWhere(table.qualified(), table.key() + " = any(:keys)", keys);
    }

    /** An account is what the evidence and the rows of others refer to: without its values it is a pseudonym, and goes no further. */
    public boolean isOnlyEmptied(Table table, Removal action) {
        return action == Removal.ANONYMISE || table.isItself(Owner.STAFF);
    }

    /** What hangs on a row goes before it, however deep. */
    long deleteWhere(String table, String condition, Collection<UUID> keys) {
        long gone = 0;
        var declared = map.table(table);
        for (var referrer : hanging(declared)) {
            gone += deleteWhere(
                    referrer.table(),
                    "%s in (select %s from %s where %s)".formatted(referrer.column(), declared.key(), table, condition),
                    keys);
        }
        return gone + run("delete from %s where %s".formatted(table, condition), keys);
    }

    /** Empties the rows with these keys of whatever tells of a person; what hangs on them goes or is emptied as its map says of erasure. */
    public long anonymise(Table table, Collection<UUID> keys) {
        if (table.isItself(Owner.STAFF)) {
            names.forget(keys);
        }
        return anonymiseWhere(table, table.key() + " = any(:keys)", keys);
    }

    private long anonymiseWhere(Table table, String condition, Collection<UUID> keys) {
        long done = 0;
        for (var referrer : hanging(table)) {
            var child = map.table(referrer.table());
            var hanging = "%s in (select %s from %s where %s)"
                    .formatted(referrer.column(), table.key(), table.qualified(), condition);
            done += switch (child.life().erasure()) {
                case DELETE -> deleteWhere(child.qualified(), hanging, keys);
                case ANONYMISE, UNLINK, KEEP_UNTIL -> anonymiseWhere(child, hanging, keys);
                case NONE -> 0;
            };
        }
        var sets = emptied(table);
        return sets.isEmpty()
                ? done
                : done
                        + run(
                                "update %s set %s where %s"
                                        .formatted(table.qualified(), String.join(", ", sets), condition),
                                keys);
    }

    private List<String> emptied(Table table) {
        var nullable = order.nullable(table);
        var sets = new ArrayList<String>();
        table.columns().stream()
                .filter(c -> c.kind().isPersonal() || c.kind() == Column.Kind.SEARCH)
                .forEach(c -> sets.add(c.name() + (nullable.contains(c.name()) ? " = null" : " = ''")));
        links(table, nullable).forEach(column -> sets.add(column + " = null"));
        if (table.isOwnedBy(Owner.STAFF)) {
            table.names(c -> c.kind() == Column.Kind.STAFF_NAME)
                    .forEach(c -> sets.add("%s = %s".formatted(c, StaffNames.pseudonym(table.key()))));
            table.names(c -> c.kind() == Column.Kind.SECRET && nullable.contains(c.name()))
                    .forEach(c -> sets.add(c + " = null"));
        }
        return sets;
    }

    /** What refers to a row goes before it; but where an employee is named in the data of others, those stay. */
    private List<Order.Referrer> hanging(Table table) {
        var referrers = order.referrersOf(table);
        return table.isItself(Owner.STAFF)
                ? referrers.stream()
                        .filter(referrer -> map.table(referrer.table()).isOwnedBy(Owner.STAFF))
                        .toList()
                : referrers;
    }

    /** Whether a row still has something that anonymising would take; as a condition on the alias. */
    public String isStillPersonal(Table table, String as) {
        var left = new ArrayList<String>();
        table.names(c -> c.kind().isPersonal())
                .forEach(c -> left.add("coalesce(%s.%s::text, '') not in ('', '{}')".formatted(as, c)));
        links(table, order.nullable(table)).forEach(c -> left.add("%s.%s is not null".formatted(as, c)));
        if (table.isOwnedBy(Owner.STAFF)) {
            table.names(c -> c.kind() == Column.Kind.STAFF_NAME)
                    .forEach(c -> left.add(
                            "%1$s.%2$s <> %3$s".formatted(as, c, StaffNames.pseudonym(as + "." + table.key()))));
        }
        for (var referrer : hanging(table)) {
            if (map.table(referrer.table()).life().erasure() == Erasing.DELETE) {
                left.add("exists (select 1 from %s h where h.%s = %s.%s)"
                        .formatted(referrer.table(), referrer.column(), as, table.key()));
            }
        }
        return left.isEmpty() ? "false" : "(" + String.join(" or ", left) + ")";
    }

    /** A row that a law or a chain keeps whole keeps its id of the person; the person behind it is gone. */
    private static List<String> links(Table table, Set<String> nullable) {
        return table.life().erasure() == Erasing.KEEP_UNTIL
                ? List.of()
                : table.ties().persons().entrySet().stream()
                        .filter(tie -> tie.getValue() != Part.STAFF && tie.getValue() != Part.SUBJECTS)
                        .map(Map.Entry::getKey)
                        .filter(nullable::contains)
                        .toList();
    }

    private long run(String sql, Collection<UUID> keys) {
        return jdbc.sql(sql)
                .paramSource(new MapSqlParameterSource("keys", keys.toArray(UUID[]::new)))
                .update();
    }
}
