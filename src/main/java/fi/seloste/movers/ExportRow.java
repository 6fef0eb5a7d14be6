package fi.seloste.movers;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    /** Those of these columns that are filled, in the order of the file. */
    Map<String, String> filled(Set<String> headers) {
        var filled = new LinkedHashMap<String, String>();
        cells.forEach((header, cell) -> {
            if (!cell.isEmpty() && headers.contains(header.toLowerCase(Locale.ROOT))) {
                filled.put(header, cell);
            }
        });
        return filled;
    }

    List<String> headers() {
        return List.copyOf(cells.keySet());
    }

    Problem.Invalid wrong(String column, String value) {
        return Problem.invalid(
                "file", key, Long.toString(line), column, Shortened.of(value), file.isEmpty() ? "" : file + ", ");
    }
}
