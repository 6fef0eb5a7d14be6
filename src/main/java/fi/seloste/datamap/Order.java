package fi.seloste.datamap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static void visit(String table, Map<String, Set<String>> referrers, Set<String> ordered, Set<String> path) {
        if (ordered.contains(table) || !path.add(table)) {
            return;
        }
        referrers.getOrDefault(table, Set.of()).forEach(r -> visit(r, referrers, ordered, path));
        path.remove(table);
        ordered.add(table);
    }
}
