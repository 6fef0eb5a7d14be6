package fi.seloste.movers;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.List;
import java.util.Map;

/** A row of an export, whose columns are found whatever capitals they are written in; {@code key} says what is wrong with a cell of it, and where. */
record ExportRow(String key, String file, long line, Map<String, String> cells) {

    /** The first of these columns that is filled. */
    String get(String... headers) {
        for (var header : headers) {
            for (var cell : cells.entrySet()) {
                if (cell.getKey().equalsIgnoreCase(header) && !cell.getValue().isEmpty()) {
                    return cell.getValue();
                }
            }
        }
        return "";
    }

    List<String> headers() {
        return List.copyOf(cells.keySet());
    }

    Problem.Invalid wrong(String column, String value) {
        return Problem.invalid(
                "file", key, Long.toString(line), column, Shortened.of(value), file.isEmpty() ? "" : file + ", ");
    }
}
