package fi.seloste.datamap;

import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    Scan(DataMap map, JdbcClient jdbc) {
        this.map = map;
        this.jdbc = jdbc;
    }

    /** Where an identifier still stands, without the identifier. */
    public record Hit(String table, String column, long rows) {}

    @As(Purpose.OWNER)
    public List<Hit> forIdentifiers(List<String> identifiers) {
        var hits = new ArrayList<Hit>();
        if (identifiers.isEmpty()) {
            return hits;
        }
        var patterns = identifiers.stream().map(Scan::pattern).toList();
        for (var table : map.tables()) {
            scan(table, patterns, hits);
        }
        return hits;
    }

    private void scan(Table table, List<String> patterns, List<Hit> hits) {
        var columns =
                table.columns().stream().filter(Scan::isText).map(Column::name).toList();
        if (columns.isEmpty()) {
            return;
        }
        var conditions = columns.stream()
                .map(column -> IntStream.range(0, patterns.size())
                        .mapToObj(i -> column + "::text ilike :p" + i)
                        .collect(java.util.stream.Collectors.joining(" or ")))
                .toList();
        var counts = IntStream.range(0, columns.size())
                .mapToObj(i -> "count(*) filter (where " + conditions.get(i) + ") as c" + i)
                .collect(java.util.stream.Collectors.joining(", "));
        var query = jdbc.sql(
                "select %s from %s where %s".formatted(counts, table.qualified(), String.join(" or ", conditions)));
        for (int i = 0; i < patterns.size(); i++) {
            query = query.param("p" + i, patterns.get(i));
        }
        query.query(row -> {
            for (int i = 0; i < columns.size(); i++) {
                if (row.getLong(i + 1) > 0) {
                    hits.add(new Hit(table.qualified(), columns.get(i), row.getLong(i + 1)));
                }
            }
        });
    }

    private static boolean isText(Column column) {
        return column.kind().isPersonal() || column.kind() == Column.Kind.SEARCH || column.kind() == Column.Kind.STAFF;
    }

    private static String pattern(String identifier) {
        return "%" + identifier.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
