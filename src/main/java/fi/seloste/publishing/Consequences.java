package fi.seloste.publishing;

import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Table;
import fi.seloste.notice.Category;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.RetentionRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of each table's rows: on erasure, under a restriction, and by time; from the data maps and one declaration. */
@Component
public class Consequences {

    private final DataMap map;

    Consequences(DataMap map) {
        this.map = map;
    }

    /** {@code law} is the law that makes the rows stay, where one does. */
    public record Line(
            String category,
            String table,
            String erase,
            String restrict,
            String keep,
            @Nullable String law) {}

    /** Every table whose rows lead to people, category by category in the order of the notice. */
    public List<Line> of(Declaration declaration, Locale language) {
        var order = List.copyOf(declaration.processing().categories().keySet());
        return map.aboutPeople().stream()
                .map(table -> line(table, declaration.category(table.category()), language))
                .sorted(java.util.Comparator.<Line>comparingInt(one -> place(order, one.category()))
                        .thenComparing(Line::table))
                .toList();
    }

    private static int place(List<String> order, String category) {
        int at = order.indexOf(category);
        return at < 0 ? order.size() : at;
    }

    private static Line line(Table table, Optional<Category> category, Locale language) {
        var rule = category.flatMap(one -> one.retention()
                .general()
                .or(() -> one.retention().rules().stream().findFirst()));
        return new Line(
                table.category(),
                table.qualified(),
                code(table.life().erasure()),
                table.ties().standing() ? "hidden" : "untouched",
                rule.map(one -> one.brief().in(language) + ", " + one.action().in(language))
                        .orElse(""),
                rule.map(RetentionRule::ground)
                        .filter(RetentionRule.Ground::law)
                        .map(ground -> ground.text().in(language))
                        .orElse(null));
    }

    /** The whole map for programs: each table with its category, its ways to people, who reads it, and the kind of each column. */
    public List<Map<String, Object>> tables(Declaration declaration) {
        return map.tables().stream().map(table -> table(table, declaration)).toList();
    }

    private static Map<String, Object> table(Table table, Declaration declaration) {
        var json = new LinkedHashMap<String, Object>();
        json.put("table", table.qualified());
        json.put("category", table.category());
        json.put("persons", table.ties().persons().keySet());
        json.put("through", table.ties().through());
        json.put("owner", table.ties().owner());
        json.put("hidesByStanding", table.ties().standing());
        json.put("erasure", code(table.life().erasure()));
        json.put(
                "readByNotice",
                declaration.readersOf(table.category()).stream()
                        .map(p -> p.code())
                        .toList());
        json.put("readAlways", table.access().reads());
        json.put("writtenBy", table.access().writes());
        var columns = new LinkedHashMap<String, String>();
        table.columns().forEach(column -> columns.put(column.name(), code(column.kind())));
        json.put("columns", columns);
        return json;
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
