package fi.seloste.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import fi.seloste.base.Problem;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a delimited list. One row is read ahead, since only the end of the file tells that a quotation mark was never closed. */
final class CsvRows implements Rows {

    private final CsvReader<Row> reader;
    private final Quotes quotes;

    CsvRows(Source source, FileFormat format) {
        quotes = new Quotes(format.encoding().reader(source));
        reader = format.dialect().reader().build(new RowHandler(format.headers()), quotes);
        if (format.dialect().announced()) {
            reader.skipLines(1);
        }
    }

    @Override
    public Iterator<Row> iterator() {
        var rows = new Ahead(reader.iterator());
        if (rows.hasNext()) {
            rows.next(); // the headers
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Ahead implements Iterator<Row> {

        private final CloseableIterator<Row> rows;
        private @Nullable Row next;

        Ahead(CloseableIterator<Row> rows) {
            this.rows = rows;
            next = read(0);
        }

        private @Nullable Row read(long after) {
            try {
                while (rows.hasNext()) {
                    var row = rows.next();
                    if (!row.isBlank() || !row.faults().isEmpty()) {
                        return row;
                    }
                }
                return null;
            } catch (CsvParseException e) {
                throw Problem.invalid("file", "intake.file.quoteOpen", Long.toString(after));
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            var row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = read(row.line());
            return next == null && quotes.isOpen() && spansLines(row)
                    ? row.with(Fault.row(row.line(), "intake.row.quoteOpen"))
                    : row;
        }
    }

    private static boolean spansLines(Row row) {
        return row.cells().stream()
                .anyMatch(cell -> cell.indexOf('\n') >= 0
                        || cell.isEmpty() && !row.faults().isEmpty());
    }

    /** Counts quotation marks on their way to the parser. */
    private static final class Quotes extends FilterReader {

        private boolean open;

        Quotes(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            for (var i = offset; i < offset + read; i++) {
                open ^= buffer[i] == '"';
            }
            return read;
        }

        boolean isOpen() {
            return open;
        }
    }
}
