package fi.seloste.intake;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a file, read once and one at a time, however long the file is. */
public interface Rows extends Iterable<Row>, AutoCloseable {

    /** Longer cells are refused: no field of a person or a firm is a book. */
    int LONGEST_CELL = 10_000;

    static Rows open(Source source, FileFormat format) {
        return switch (format.kind()) {
            case CSV -> new CsvRows(source, format);
            case VCARD -> new CardRows(source, format);
        };
    }

    default Stream<Row> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    void close();
}
