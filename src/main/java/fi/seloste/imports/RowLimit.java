package fi.seloste.imports;

import fi.seloste.base.Problem;
import fi.seloste.intake.FileFormat;
import fi.seloste.intake.Rows;
import fi.seloste.intake.Source;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How many rows a file may hold. They come in by one transaction or not at all, so a file of the shortest rows is refused before hours have passed. */
final class RowLimit {

    static final int MOST = 2_000_000;

    private RowLimit() {}

    static void mustHold(Source file, FileFormat format) {
        // No file has more rows than lines, and lines are counted in no time.
        if (lines(file) <= MOST) {
            return;
        }
        long rows = rows(file, format);
        if (rows > MOST) {
            throw Problem.invalid("file", "imports.file.tooManyRows", rows, MOST, Math.ceilDiv(rows, MOST));
        }
    }

    private static long rows(Source file, FileFormat format) {
        long count = 0;
        try (var rows = Rows.open(file, format)) {
            for (var all = rows.iterator(); all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }

    /** By the ends of lines of whichever kind it has more. */
    private static long lines(Source file) {
        try (var in = file.open()) {
            var buffer = new byte[1 << 16];
            long feeds = 0;
            long returns = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    feeds += buffer[i] == '\n' ? 1 : 0;
                    returns += buffer[i] == '\r' ? 1 : 0;
                }
            }
            return Math.max(feeds, returns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
