package fi.seloste.rights;

import fi.seloste.base.Sentence;
import fi.seloste.datamap.Column;
import fi.seloste.datamap.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows for reading: a table for each place, only columns that say something to the person, moments in local time. */
final class DataPages {

    private final Contents contents;
    private final Html html;

    DataPages(Contents contents, Html html) {
        this.contents = contents;
        this.html = html;
    }

    void open() {
        var title = contents.t("rights.data.title", contents.name());
        html.open(contents.request().asker().language(), title).h1(title);
        html.p(contents.t("rights.data.lead", contents.today()));
    }

    Consumer<Map<String, @Nullable Object>> section(Table table) {
        var columns = table.columns().stream()
                .filter(DataPages::isTelling)
                .map(Column::name)
                .toList();
        html.h2(contents.told().nameOf(table.category()) + " · "
                + label("rights.table." + table.qualified(), table.name()));
        html.head(columns.stream().map(c -> label("rights.column." + c, c)).toArray(String[]::new));
        return row -> html.row(columns.stream().map(c -> value(c, row.get(c))).toArray(String[]::new));
    }

    void endSection() {
        html.endTable();
    }

    void close() {
        html.close();
    }

    private static boolean isTelling(Column column) {
        return switch (column.kind()) {
            case CONTACT, NAME, FREE_TEXT, PERSONAL, TIME, CODE -> true;
            case KEY, SUBJECT, SUBJECTS, ALIAS, REF, FINGERPRINT, SEARCH, BLOB, STAFF, NOT_PERSONAL, SECRET -> false;
        };
    }

    private String value(String column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant -> contents.moment(instant);
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default ->
                column.equals("source")
                        ? contents.told().sources().getOrDefault(value.toString(), value.toString())
                        : value.toString();
        };
    }

    /** A place or field that has no words of its own is shown by its name. */
    private String label(String key, String name) {
        try {
            return Sentence.of(key).in(contents.locale());
        } catch (MissingResourceException e) {
            return name.replace('_', ' ');
        }
    }
}
