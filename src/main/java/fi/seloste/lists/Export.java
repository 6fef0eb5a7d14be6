package fi.seloste.lists;

import fi.seloste.intake.Formula;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as a spreadsheet reads them here: semicolons, UTF-8 with its mark, and no cell that would be run. */
final class Export {

    private static final char MARK = '\uFEFF';

    private final Writer out;

    Export(Writer out) {
        this.out = out;
    }

    void begin(List<String> headings) throws IOException {
        out.write(MARK);
        line(headings);
    }

    /** Each row's cells by its columns, and one more where there is one. */
    <R, C> void rows(List<R> rows, List<C> columns, BiFunction<R, C, String> cell, @Nullable Function<R, String> last) {
        try {
            for (var row : rows) {
                var cells = new ArrayList<>(
                        columns.stream().map(column -> cell.apply(row, column)).toList());
                if (last != null) {
                    cells.add(last.apply(row));
                }
                line(cells);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ";");
            out.write(quoted(Formula.neutral(cells.get(i))));
        }
        out.write("\r\n");
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
