package fi.seloste.register;

import fi.seloste.datamap.Column;
import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Table;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * SQL of the timeline, made from the data maps: every table that declares a timeline joins by that alone. Each table gives its newest
 * rows by its own index, so the cost does not grow with what lies behind.
 */
@Component
class TimelineRows {

    private final JdbcClient jdbc;
    private final Readable readable;
    private final List<Table> tables;

    TimelineRows(JdbcClient jdbc, Readable readable, DataMap map) {
        this.jdbc = jdbc;
        this.readable = readable;
        this.tables = map.onTimeline();
    }

    /** The tables that lead to this kind of party and that the running purpose may read. */
    Set<String> tables(Party party) {
        var leading = tables.stream()
                .filter(t -> t.column(party.entity() + "_id").isPresent())
                .map(Table::qualified)
                .toList();
        return readable.of(leading);
    }

    List<TimelineItem> newest(Party party, Set<String> from, TimelineQuery query) {
        var after = Cursor.parse(query.after(), 2);
        var parts = new ArrayList<String>();
        for (var table : tables) {
            if (from.contains(table.qualified())) {
                part(table, party, query.kinds(), after).ifPresent(parts::add);
            }
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        var sql = parts.stream()
                .collect(Collectors.joining(
                        "\nunion all\n",
                        "select told.source, told.id, told.at, told.kind, told.text, told.opens from (\n",
                        ") told order by told.at desc, told.id desc limit :limit"));
        return jdbc.sql(sql)
                .param("party", party.id())
                .param("kinds", Sql.array(query.kinds()))
                .param("at", after == null ? null : Sql.at(after.at(0)))
                .param("id", after == null ? null : after.id(1))
                .param("limit", query.limit() + 1)
                .query((rs, n) -> item(rs))
                .list();
    }

    private static java.util.Optional<String> part(
            Table table, Party party, Set<String> kinds, @Nullable Cursor after) {
        var line = table.life().timeline();
        var key = table.columns().stream()
                .filter(c -> c.kind() == Column.Kind.KEY)
                .map(Column::name)
                .findFirst();
        if (line == null || key.isEmpty()) {
            return java.util.Optional.empty();
        }
        var where = new StringBuilder("t.%s_id = :party".formatted(party.entity()));
        if (!kinds.isEmpty() && !kinds.contains(table.name())) {
            where.append(" and t.%s = any(:kinds)".formatted(line.kind()));
        }
        if (after != null) {
            where.append(" and (t.%s, t.%s) < (:at, :id::uuid)".formatted(line.at(), key.get()));
        }
        return java.util.Optional.of("""
                (select '%1$s' as source, t.%2$s as id, t.%3$s as at, t.%4$s::text as kind, t.%5$s::text as text, %6$s as opens
                   from %7$s t
                  where %8$s
                  order by t.%3$s desc, t.%2$s desc
                  limit :limit)""".formatted(
                        table.name(),
                        key.get(),
                        line.at(),
                        line.kind(),
                        line.text(),
                        opens(table, line.opens()),
                        table.qualified(),
                        where));
    }

    /** "/support/{conversation_id}" as an SQL expression over the row's own columns. */
    private static String opens(Table table, @Nullable String pattern) {
        if (pattern == null) {
            return "null::text";
        }
        var sql = new StringBuilder("'");
        for (var piece : pattern.split("(?=\\{)|(?<=\\})")) {
            if (piece.startsWith("{")) {
                var column = piece.substring(1, piece.length() - 1);
                var known = table.column(column)
                        .orElseThrow(() -> new IllegalStateException(
                                "%s opens %s, but has no column %s".formatted(table.qualified(), pattern, column)));
                sql.append("' || t.").append(known.name()).append(" || '");
            } else {
                sql.append(piece.replace("'", "''"));
            }
        }
        return sql.append("'").toString();
    }

    private static TimelineItem item(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        return new TimelineItem(
                row.at("at"),
                row.text("source"),
                row.id("id"),
                row.maybe("kind"),
                row.maybe("text"),
                row.maybe("opens"));
    }
}
