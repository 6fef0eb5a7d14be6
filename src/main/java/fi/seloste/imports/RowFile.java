package fi.seloste.imports;

import fi.seloste.base.Problem;
import fi.seloste.intake.Row;
import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import tools.jackson.databind.json.JsonMapper;

/** Rows that are read again, on the disk until all are there; then they come person by person, those of one person in the order of the file. */
final class RowFile implements Closeable, Iterable<List<Row>> {

    /** Whoever stands in more rows is nobody: a list of orders, or an address that stands for none. */
    static final int MOST = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final Nameless rows;
    private final long[] order;
    private final long[] ends;
    private int count;

    RowFile(Path folder, int size) {
        this.rows = new Nameless(folder);
        this.order = new long[size];
        this.ends = new long[size];
    }

    /** The person is named by the first row. */
    void add(int person, Row row) {
        rows.add(JSON.writeValueAsBytes(row));
        order[count] = (long) person << Integer.SIZE | count;
        ends[count] = rows.size();
        count++;
    }

    @Override
    public Iterator<List<Row>> iterator() {
        rows.flush();
        Arrays.sort(order, 0, count);
        return new People();
    }

    private Row row(int number) {
        long from = number == 0 ? 0 : ends[number - 1];
        var bytes = ByteBuffer.allocate((int) (ends[number] - from));
        rows.read(from, bytes);
        return JSON.readValue(bytes.array(), Row.class);
    }

    private final class People implements Iterator<List<Row>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < count;
        }

        @Override
        public List<Row> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int end = next + 1;
            while (end < count && order[end] >>> Integer.SIZE == order[next] >>> Integer.SIZE) {
                end++;
            }
            if (end - next > MOST) {
                throw Problem.invalid(
                        "file",
                        "imports.file.onePerson",
                        Long.toString(row((int) order[next]).line()),
                        end - next,
                        MOST);
            }
            var all = new ArrayList<Row>(end - next);
            for (; next < end; next++) {
                all.add(row((int) order[next]));
            }
            return all;
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
