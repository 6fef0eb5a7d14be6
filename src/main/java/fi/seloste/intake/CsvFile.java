package fi.seloste.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.seloste.base.Paged;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines as a spreadsheet reads them: semicolons, UTF-8 with its mark, and no cell that would be run. */
public final class CsvFile {

    private static final Logger LOG = LoggerFactory.getLogger(CsvFile.class);
    private static final char MARK = '\uFEFF';

    private final CsvWriter csv;

    private CsvFile(CsvWriter csv) {
        this.csv = csv;
    }

    public static CsvFile begun(Writer out, List<String> headings) {
        try {
            out.write(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var file = new CsvFile(
                CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(out));
        file.line(headings);
        return file;
    }

    public void line(List<String> cells) {
        csv.writeRecord(cells.stream().map(Formula::neutral).toList());
    }

    /** A list that is read by parts: what each begins after, how a row reads, and the last line of a file that is not whole. */
    public record Parts<T>(
            Function<@Nullable String, Paged<T>> after, Function<T, List<String>> cells, String notWhole) {}

    /**
     * Hands a list out as it is read. What fails before anything has left is answered as an error; what fails later is told in the file itself, since nobody
     * who opens it would miss what is not there.
     */
    public static <T> void send(HttpServletResponse response, String name, List<String> headings, Parts<T> parts)
            throws IOException {
        var first = parts.after().apply(null);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            begun(out, headings).lines(first, parts);
        }
    }

    private <T> void lines(Paged<T> first, Parts<T> parts) {
        var part = first;
        while (true) {
            part.items().forEach(one -> line(parts.cells().apply(one)));
            var next = part.next();
            if (next == null) {
                return;
            }
            try {
                part = parts.after().apply(next);
            } catch (RuntimeException e) {
                LOG.error("A file was broken off after a part of its lines: {}", e.toString());
                line(List.of(parts.notWhole()));
                return;
            }
        }
    }
}
