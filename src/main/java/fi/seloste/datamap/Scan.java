package fi.seloste.datamap;

import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for identifiers in every text that is kept, whoever it is said to be about: the proof that an erasure left nothing behind. It
 * reads as the owner, since a row that a purpose cannot see is exactly what it is after.
 */
@Component
public class Scan {

    private final DataMap map;
    private final JdbcClient jdbc;
    private final long large;

    Scan(DataMap map, JdbcClient jdbc, @Value("${seloste.scan.large:200000}") long large) {
        this.map = map;
        this.jdbc = jdbc;
        this.large = large;
    }

    /** Where an identifier still stands, without the identifier. */
    public record Hit(String table, String column, long rows) {}

    /** What was found, and the large tables in which only what has an index was looked up. */
    public record Found(List<Hit> hits, List<String> waiting) {}

    /** Every text, to the end: minutes among millions of rows. */
    @As(Purpose.OWNER)
    public List<Hit> forIdentifiers(List<String> identifiers) {
        var hits = new ArrayList<Hit>();
        if (!identifiers.isEmpty()) {
            tables().forEach(table -> read(table, texts(table), identifiers, hits));
        }
        return hits;
    }

    /** As far as it goes while somebody waits: small tables whole, large ones by the index of a value; the others are named. */
    @As(Purpose.OWNER)
    public Found atOnce(List<String> identifiers) {
        var hits = new ArrayList<Hit>();
        var waiting = new ArrayList<String>();
        for (var table : identifiers.isEmpty() ? List.<Table>of() : tables()) {
            if (isLarge(table)) {
                lookUp(table, indexed(table), identifiers, hits);
                waiting.add(table.qualified());
            } else {
                read(table, texts(table), identifiers, hits);
            }
        }
        return new Found(hits, waiting);
    }

    private List<Table> tables() {
        return map.tables().stream().filter(table -> !texts(table).isEmpty()).toList();
    }

    /** All texts of a row are lowered and compared once; only in a row that holds something is looked where, and whether it is a part of more. */
    private void read(Table table, List<String> columns, List<String> identifiers, List<Hit> hits) {
        var whole = columns.stream().map(column -> column + "::text").collect(Collectors.joining(", "));
        count(
                table,
                columns,
                "lower(%s::text) ~ any (:exact::text[])",
                "lower(concat_ws(chr(10), " + whole + ")) like any (:rough::text[])",
                identifiers,
                hits);
    }

    private void lookUp(Table table, List<String> columns, List<String> identifiers, List<Hit> hits) {
        if (!columns.isEmpty()) {
            var equal = "%s = any (:plain::text[])";
            count(
                    table,
                    columns,
                    equal,
                    columns.stream().map(equal::formatted).collect(Collectors.joining(" or ")),
                    identifiers,
                    hits);
        }
    }

    private void count(
            Table table,
            List<String> columns,
            String holds,
            String rowHolds,
            List<String> identifiers,
            List<Hit> hits) {
        var counts = IntStream.range(0, columns.size())
                .mapToObj(i -> "count(*) filter (where %s) as c%d".formatted(holds.formatted(columns.get(i)), i))
                .collect(Collectors.joining(", "));
        jdbc.sql("select %s from %s where %s".formatted(counts, table.qualified(), rowHolds))
                .param("plain", Sql.array(identifiers))
                .param("rough", Sql.array(identifiers.stream().map(Scan::rough).toList()))
                .param("exact", Sql.array(identifiers.stream().map(Scan::exact).toList()))
                .query(row -> {
                    for (int i = 0; i < columns.size(); i++) {
                        if (row.getLong(i + 1) > 0) {
                            hits.add(new Hit(table.qualified(), columns.get(i), row.getLong(i + 1)));
                        }
                    }
                });
    }

    /** By the server's own estimate; a table that was never measured counts as small. */
    private boolean isLarge(Table table) {
        return jdbc.sql("select reltuples > :large from pg_class where oid = to_regclass(:table)")
                .param("large", large)
                .param("table", table.qualified())
                .query(Boolean.class)
                .single();
    }

    private List<String> indexed(Table table) {
        return jdbc.sql("""
                        select distinct a.attname
                          from pg_index i
                          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                         where i.indrelid = to_regclass(:table) and i.indpred is null and a.atttypid = 'text'::regtype
                           and a.attname = any (:columns::text[])""")
                .param("table", table.qualified())
                .param("columns", Sql.array(texts(table)))
                .query(String.class)
                .list();
    }

    private static List<String> texts(Table table) {
        return table.columns().stream().filter(Scan::isText).map(Column::name).toList();
    }

    private static boolean isText(Column column) {
        return switch (column.kind()) {
            case CONTACT, NAME, FREE_TEXT, PERSONAL, SEARCH, STAFF, STAFF_NAME -> true;
            case KEY, SUBJECT, SUBJECTS, ALIAS, REF, FINGERPRINT, BLOB, TIME, CODE, NOT_PERSONAL, SECRET -> false;
        };
    }

    private static String rough(String identifier) {
        return "%" + lower(identifier).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** Not within another: virtanen@a.example is not mentioned where mikko.virtanen@a.example is. */
    private static String exact(String identifier) {
        return "(?<![[:alnum:]._%+-])" + lower(identifier).replaceAll("(\\p{Punct})", "\\\\$1") + "(?![[:alnum:]])";
    }

    private static String lower(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }
}
