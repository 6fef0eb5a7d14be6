package fi.seloste.datamap;

import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the data maps with the schema as it lies in the database: an undeclared column stops the build and the boot. */
@Component
public class SchemaCheck {

    private final DataMap map;
    private final JdbcClient jdbc;

    SchemaCheck(DataMap map, JdbcClient jdbc) {
        this.map = map;
        this.jdbc = jdbc;
    }

    /** What does not agree, each as a sentence that says what to add where. */
    @As(Purpose.OWNER)
    public List<String> findings() {
        var live = live();
        var declared = new LinkedHashMap<String, Set<String>>();
        map.tables().forEach(t -> declared.put(t.qualified(), new LinkedHashSet<>(t.names(c -> true))));
        var findings = new ArrayList<String>();
        for (var table : new TreeSet<>(live.keySet())) {
            undeclared(table, live.getOrDefault(table, Set.of()), declared.getOrDefault(table, Set.of()), findings);
        }
        declared.forEach((table, columns) -> missing(table, columns, live.getOrDefault(table, Set.of()), findings));
        map.tables().forEach(table -> unled(table, findings));
        map.tables().forEach(table -> nameless(table, findings));
        return findings;
    }

    private static void undeclared(String table, Set<String> live, Set<String> declared, List<String> findings) {
        var schema = table.substring(0, table.indexOf('.'));
        for (var column : live) {
            if (!declared.contains(column)) {
                findings.add(
                        "%s.%s is in the database, but no data map declares it. Add it under tables/%s/columns in datamap/%s.yaml with its kind, or drop it by a migration."
                                .formatted(table, column, table.substring(schema.length() + 1), schema));
            }
        }
    }

    private static void missing(String table, Set<String> declared, Set<String> live, List<String> findings) {
        for (var column : declared) {
            if (!live.contains(column)) {
                findings.add(
                        "%s.%s is declared in datamap/%s.yaml, but the database has no such column. Remove the line or add a migration."
                                .formatted(table, column, table.substring(0, table.indexOf('.'))));
            }
        }
    }

    /** A name of an employee that is not said to be one would outlive the time of the account. */
    private static void nameless(Table table, List<String> findings) {
        table.names(column ->
                        column.kind() == Column.Kind.STAFF && column.name().endsWith("_name"))
                .forEach(column -> findings.add(
                        "%s.%s is what an employee is called. Give it the kind staff-name in datamap/%s.yaml, so that it goes with the account."
                                .formatted(table.qualified(), column, table.schema())));
    }

    /** A row with a person's id must say what the person's part in it is. */
    private static void unled(Table table, List<String> findings) {
        for (var column : table.columns()) {
            boolean leads = column.kind() == Column.Kind.SUBJECT || column.kind() == Column.Kind.SUBJECTS;
            if (leads && !table.ties().persons().containsKey(column.name())) {
                findings.add(
                        "%s.%s leads to a person. Name the person's part under tables/%s/persons in datamap/%s.yaml."
                                .formatted(table.qualified(), column.name(), table.name(), table.schema()));
            }
        }
    }

    private Map<String, Set<String>> live() {
        var live = new LinkedHashMap<String, Set<String>>();
        jdbc.sql("""
                        select n.nspname || '.' || c.relname as relation, a.attname as name
                          from pg_attribute a
                          join pg_class c on c.oid = a.attrelid
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p', 'm', 'f')
                           and a.attnum > 0 and not a.attisdropped
                           and n.nspname || '.' || c.relname <> all(:wholes)
                           and (not c.relispartition
                                or exists (select 1
                                             from pg_inherits i
                                             join pg_class w on w.oid = i.inhparent
                                             join pg_namespace m on m.oid = w.relnamespace
                                            where i.inhrelid = c.oid and m.nspname || '.' || w.relname = any(:wholes)))
                           and n.nspname not in ('pg_catalog', 'information_schema', 'extensions')
                           and n.nspname !~ '^pg_'
                         order by 1, a.attnum""").param("wholes", map.wholes().toArray(String[]::new)).query(row -> {
            live.computeIfAbsent(row.getString("relation"), t -> new LinkedHashSet<>())
                    .add(row.getString("name"));
        });
        return live;
    }
}
