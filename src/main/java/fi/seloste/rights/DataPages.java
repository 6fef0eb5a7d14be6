package fi.seloste.rights;

import fi.seloste.datamap.Column;
import fi.seloste.datamap.Table;
import fi.seloste.store.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows for reading: only columns that say something to the person, moments in local time. Few columns stand as a table; of many
 * each row is a card of the fields that have a value, since nobody reads a table sideways.
 */
final class DataPages {

    private static final int WIDEST_TABLE = 5;

    private final Contents contents;
    private final CopyWords words;
    private final Html html;

    DataPages(Contents contents, Html html) {
        this.contents = contents;
        this.words = contents.words();
        this.html = html;
    }

    void open() {
        var title = contents.t("rights.data.title", contents.name());
        html.open(contents.request().asker().language(), title).h1(title);
        html.p(contents.t("rights.data.lead", contents.today()));
    }

    void section(Table table, List<Column> columns, Consumer<Consumer<Map<String, @Nullable Object>>> rows) {
        html.h2(contents.told().nameOf(table.category()) + " · " + words.place(table.qualified()));
        if (columns.size() > WIDEST_TABLE) {
            rows.accept(row -> card(columns, row));
        } else {
            html.head(columns.stream().map(c -> words.field(c.name())).toArray(String[]::new));
            rows.accept(row -> html.row(
                    columns.stream().map(c -> value(c, row.get(c.name()))).toArray(String[]::new)));
            html.endTable();
        }
    }

    void close() {
        html.close();
    }

    private void card(List<Column> columns, Map<String, @Nullable Object> row) {
        html.raw("<dl>");
        for (var column : columns) {
            var value = value(column, row.get(column.name()));
            if (!value.isEmpty()) {
                html.raw("<div>")
                        .element("dt", words.field(column.name()))
                        .element("dd", value)
                        .raw("</div>");
            }
        }
        html.raw("</dl>\n");
    }

    private String value(Column column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant -> contents.moment(instant);
            case LocalDate day -> contents.day(day);
            default ->
                switch (column.name()) {
                    case "source" -> contents.told().sources().getOrDefault(value.toString(), value.toString());
                    case "purpose" -> purpose(value.toString());
                    case "detail" -> words.detail(value.toString());
                    default -> column.kind() == Column.Kind.FREE_TEXT ? value.toString() : words.value(value);
                };
        };
    }

    /** One of the product's own, as a consultation names it, or one of the notice, as a consent does. */
    private String purpose(String code) {
        return Arrays.stream(Purpose.values()).anyMatch(one -> one.code().equals(code))
                ? contents.t("rights.purpose." + code)
                : contents.told().purpose(code);
    }
}
