package fi.seloste.imports;

import fi.seloste.base.Shortened;
import fi.seloste.intake.FileFormat;
import fi.seloste.intake.HeaderSets;
import fi.seloste.intake.Rows;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows what stands in the columns of a file that has come in. */
@Component
class Samples {

    private static final int ROWS = 200;
    private static final int EACH = 3;

    private final Uploads uploads;
    private final HeaderMemory memory;
    private final Purposes purposes;

    Samples(Uploads uploads, HeaderMemory memory, Purposes purposes) {
        this.uploads = uploads;
        this.memory = memory;
        this.purposes = purposes;
    }

    ColumnsPage page(Import entry, ColumnsPage.Chosen chosen, Errors errors) {
        var upload = uploads.open(entry.id());
        var format = FileFormat.detect(upload);
        var values = values(upload, format);
        var columns = new ArrayList<ColumnsPage.Column>();
        for (int i = 0; i < format.headers().size(); i++) {
            var header = format.headers().get(i);
            columns.add(new ColumnsPage.Column(
                    header, values.get(i), chosen.mapping().of(header).code()));
        }
        var remembered =
                purposes.as(Purpose.CUSTOMER, () -> memory.remembered(format)).isPresent();
        var found = new ColumnsPage.Found(format, HeaderSets.recognise(format).set(), remembered);
        return new ColumnsPage(entry, found, columns, chosen, errors);
    }

    private static List<List<String>> values(Uploads.Upload upload, FileFormat format) {
        var values = new ArrayList<List<String>>();
        format.headers().forEach(header -> values.add(new ArrayList<>()));
        int read = 0;
        try (var rows = Rows.open(upload, format)) {
            for (var row : rows) {
                for (int i = 0; i < values.size(); i++) {
                    add(values.get(i), row.cells().get(i));
                }
                if (++read == ROWS) {
                    break;
                }
            }
        }
        return values;
    }

    private static void add(List<String> column, String cell) {
        var value = Shortened.of(cell);
        if (!value.isEmpty() && column.size() < EACH && !column.contains(value)) {
            column.add(value);
        }
    }
}
