package fi.seloste.datamap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The order in which rows can go: whatever refers to a row goes before it. Read from the foreign keys, never written by hand. */
@Component
class Order {

    private final JdbcClient jdbc;

    Order(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Table> referrersFirst(List<Table> tables) {
        var referrers = referrers();
        var byName = new HashMap<String, Table>();
        tables.forEach(t -> byName.put(t.qualified(), t));
        var ordered = new LinkedHashSet<String>();
        tables.forEach(t -> visit(t.qualified(), referrers, ordered, new LinkedHashSet<>()));
        var result = new ArrayList<Table>();
        for (var name : ordered) {
            var table = byName.get(name);
            if (table != null) {
                result.add(table);
            }
        }
        return result;
    }

    /** Tables with a foreign key to each table. */
    Map<String, Set<String>> referrers() {
        var referrers = new HashMap<String, Set<String>>();
        jdbc.sql("""
                        select fn.nspname || '.' || f.relname as referrer, tn.nspname || '.' || t.relname as referred
                          from pg_constraint c
                          join pg_class f on f.oid = c.conrelid
                          join pg_namespace fn on fn.oid = f.relnamespace
                          join pg_class t on t.oid = c.confrelid
                          join pg_namespace tn on tn.oid = t.relnamespace
                         where c.contype = 'f' and c.conrelid <> c.confrelid""").query(row -> {
            referrers
                    .computeIfAbsent(row.getString("referred"), r -> new LinkedHashSet<>())
                    .add(row.getString("referrer"));
        });
        return referrers;
    }

    /** A column that refers to the key of another table's row. */
    record Referrer(String table, String column) {}

    /** What refers to a row by its first key column, and would keep it from going. */
    List<Referrer> referrersOf(Table table) {
        return jdbc.sql("""
                        select fn.nspname || '.' || f.relname as table, a.attname as column
                          from pg_constraint c
                          join pg_class f on f.oid = c.conrelid
                          join pg_namespace fn on fn.oid = f.relnamespace
                          join pg_attribute k on k.attrelid = c.confrelid and k.attname = :key
                          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_position(c.confkey, k.attnum)]
                         where c.contype = 'f' and c.confrelid = cast(:table as regclass) and c.conrelid <> c.confrelid
                           and f.relkind <> 'p'
                         order by 1, 2""")
                .param("table", table.qualified())
                .param("key", table.key())
                .query(Referrer.class)
                .list();
    }

    /** A statement that deletes those of these rows to which nothing refers any more, a number of them. */
    String deleteUnreferred(Table table, String condition, int most) {
        var unreferred = referrersOf(table).stream()
                .map(r -> " and not exists (select 1 from %s r where r.%s = gone.%s)"
                        .formatted(r.table(), r.column(), table.key()))
                .collect(Collectors.joining());
        return "delete from %s where %s in (select gone.%s from %s gone where %s%s limit %d)"
                .formatted(table.qualified(), table.key(), table.key(), table.qualified(), condition, unreferred, most);
    }

    /** Columns of a table that may be without a value. */
    Set<String> nullable(Table table) {
        return Set.copyOf(jdbc.sql("""
                        select attname::text
                          from pg_attribute
                         where attrelid = cast(:table as regclass) and attnum > 0 and not attnotnull""")
                .param("table", table.qualified())
                .query(String.class)
                .list());
    }

    private static void visit(String table, Map<String, Set<String>> referrers, Set<String> ordered, Set<String> path) {
        if (ordered.contains(table) || !path.add(table)) {
            return;
        }
        referrers.getOrDefault(table, Set.of()).forEach(r -> visit(r, referrers, ordered, path));
        path.remove(table);
        ordered.add(table);
    }
}
