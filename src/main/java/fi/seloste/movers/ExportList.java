package fi.seloste.movers;

import fi.seloste.base.Problem;
import fi.seloste.intake.Fault;
import fi.seloste.intake.FileFormat;
import fi.seloste.intake.Row;
import fi.seloste.intake.Rows;
import fi.seloste.intake.Source;
import fi.seloste.ui.Said;
import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A list in an export, read as every file that comes in: in whatever letters and with whatever between the cells a spreadsheet has saved it meanwhile. A row
 * that is not whole is refused, since the cell that it lacks may be somebody's no.
 */
record ExportList(String file, FileFormat format, Source source) {

    static ExportList of(String file, byte[] content) {
        Source source = () -> new ByteArrayInputStream(content);
        return new ExportList(file, FileFormat.detect(source), source);
    }

    /** As they are compared: in small letters. */
    Set<String> headers() {
        var lower = new LinkedHashSet<String>();
        format.headers().forEach(one -> lower.add(one.toLowerCase(Locale.ROOT)));
        return lower;
    }

    void rows(Consumer<ExportRow> taker) {
        try (var rows = Rows.open(source, format)) {
            for (var row : rows) {
                refuse(row.faults());
                taker.accept(new ExportRow("movers.cell", file, row.line(), cells(row)));
            }
        }
    }

    private Map<String, String> cells(Row row) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < format.headers().size(); i++) {
            cells.put(format.headers().get(i), row.cells().get(i).strip());
        }
        return cells;
    }

    /** A quotation mark that is never closed swallows what the row then lacks, and is what has to be mended. */
    private void refuse(List<Fault> faults) {
        faults.stream()
                .max(Comparator.comparing(one -> one.weight() == Fault.Weight.ROW))
                .ifPresent(this::refuse);
    }

    private void refuse(Fault fault) {
        var where = file.isEmpty() ? "" : file + ", ";
        throw switch (fault.key()) {
            case "intake.row.tooFewCells" ->
                Problem.invalid(
                        "file",
                        "movers.row.short",
                        where,
                        Long.toString(fault.line()),
                        fault.arguments().get(0),
                        fault.arguments().get(1));
            case "intake.row.quoteOpen" ->
                Problem.invalid("file", "movers.row.quote", where, Long.toString(fault.line()));
            case "intake.cell.tooLong" ->
                Problem.invalid(
                        "file",
                        "movers.cell.long",
                        where,
                        Long.toString(fault.line()),
                        fault.column(),
                        fault.arguments().get(0));
            default ->
                Problem.invalid(
                        "file",
                        "movers.row",
                        where,
                        Long.toString(fault.line()),
                        new Said(fault.key(), List.copyOf(fault.arguments())));
        };
    }
}
