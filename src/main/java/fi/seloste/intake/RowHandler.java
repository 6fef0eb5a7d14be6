package fi.seloste.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of what the parser finds, with exactly one cell a header; overlong cells are never made into strings. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {

    private final List<String> headers;
    private final List<Fault> faults = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int beyond;

    RowHandler(List<String> headers) {
        this.headers = headers;
    }

    @Override
    protected void handleBegin(long startingLine) {
        cells = new ArrayList<>(headers.size());
        faults.clear();
        beyond = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index >= headers.size()) {
            beyond += new String(buffer, offset, Math.min(length, 200)).isBlank() ? 0 : 1;
        } else if (length > Rows.LONGEST_CELL) {
            cells.add("");
            faults.add(Fault.value(
                    getStartingLineNumber(), headers.get(index), "intake.cell.tooLong", Integer.toString(length)));
        } else {
            cells.add(new String(buffer, offset, length));
        }
    }

    @Override
    protected Row buildRecord() {
        var line = getStartingLineNumber();
        if (beyond > 0) {
            faults.add(Fault.row(line, "intake.row.tooManyCells", getFieldCount(), headers.size()));
        }
        if (cells.size() < headers.size()
                && getFieldCount() > 0
                && !cells.stream().allMatch(String::isBlank)) {
            faults.add(Fault.remark(line, "", "intake.row.tooFewCells", cells.size(), headers.size()));
        }
        while (cells.size() < headers.size()) {
            cells.add("");
        }
        return new Row(line, List.copyOf(cells), List.copyOf(faults));
    }
}
