package fi.seloste.publishing;

import fi.seloste.datamap.Column;
import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Table;
import fi.seloste.notice.Category;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.RetentionRule;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    @Schema(name = "Consequence")
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
                .map(table -> line(table, declaration.covering(table.category()), language))
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

    /** A table for programs: its category, its ways to people, who reads it, and the kind of each column. */
    @Schema(name = "MappedTable")
    public record TableJson(
            String table,
            String category,
            Set<String> persons,
            Map<String, String> through,
            String owner,
            boolean hidesByStanding,
            String erasure,
            List<String> readByNotice,
            List<String> readAlways,
            List<String> writtenBy,
            Map<String, String> columns) {}

    public List<TableJson> tables(Declaration declaration) {
        return map.tables().stream().map(table -> table(table, declaration)).toList();
    }

    private static TableJson table(Table table, Declaration declaration) {
        var columns = new LinkedHashMap<String, String>();
        table.columns().forEach(column -> columns.put(column.name(), code(column.kind())));
        return new TableJson(
                table.qualified(),
                table.category(),
                table.ties().persons().keySet(),
                table.ties().through(),
                table.ties().owner().code(),
                table.ties().standing(),
                code(table.life().erasure()),
                declaration.readersOf(table.category()).stream()
                        .map(Purpose::code)
                        .toList(),
                table.access().reads(),
                table.access().writes(),
                columns);
    }

    /** Every table about people in terms of DPV: a part of its category, what erasure does to its rows, and its personal columns. */
    public List<Map<String, Object>> linked() {
        return map.aboutPeople().stream().map(Consequences::linked).toList();
    }

    private static Map<String, Object> linked(Table table) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@id", "#table-" + table.qualified());
        node.put("@type", "dpv:PersonalData");
        node.put("dct:title", table.qualified());
        node.put("dct:isPartOf", Map.of("@id", "#category-" + table.category()));
        processing(table.life().erasure())
                .ifPresent(term -> node.put(
                        "dpv:hasStorageCondition",
                        Map.of("@type", "dpv:StorageCondition", "dpv:hasProcessing", Map.of("@id", term))));
        node.put(
                "dct:hasPart",
                table.columns().stream()
                        .filter(column -> column.kind().isPersonal())
                        .map(column -> linked(table, column))
                        .toList());
        return node;
    }

    private static Map<String, Object> linked(Table table, Column column) {
        var type = switch (column.kind()) {
            case NAME -> "pd:Name";
            case CONTACT -> "pd:Contact";
            default -> "dpv:PersonalData";
        };
        var node = new LinkedHashMap<String, Object>();
        node.put("@id", "#column-" + table.qualified() + "." + column.name());
        node.put("@type", type);
        node.put("dct:title", column.name());
        return node;
    }

    /** What an erasure does, where the vocabulary has a word for it. */
    private static Optional<String> processing(Table.Erasing erasure) {
        return switch (erasure) {
            case DELETE -> Optional.of("dpv:Erase");
            case ANONYMISE -> Optional.of("dpv:Anonymise");
            case KEEP_UNTIL -> Optional.of("dpv:Restrict");
            case UNLINK, NONE -> Optional.empty();
        };
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
