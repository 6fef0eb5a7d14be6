package fi.seloste.marketing;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.intake.Formula;
import fi.seloste.staff.SignedIn;
import fi.seloste.ui.Texts;
import java.io.IOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who got a campaign as a spreadsheet reads it: semicolons, UTF-8 with its mark, no cell that would be run. Rows are read by parts, and the consultation of
 * each part is committed before it leaves.
 */
@Component
class DeliveryFile {

    private static final String MARK = "\uFEFF";
    private static final List<String> COLUMNS = List.of("name", "address", "language", "state", "reason", "at", "did");

    private final Delivered delivered;
    private final Texts texts;

    DeliveryFile(Delivered delivered, Texts texts) {
        this.delivered = delivered;
        this.texts = texts;
    }

    void write(UUID campaign, DeliveryQuery query, SignedIn viewer, Writer out) throws IOException {
        out.write(MARK);
        var csv = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(out);
        csv.writeRecord(COLUMNS.stream()
                .map(one -> texts.say(viewer.locale(), "campaigns.column." + one))
                .toList());
        @Nullable String after = null;
        do {
            var part = delivered.list(
                    campaign, query, new Paging(Paging.MOST, after), Evidence.How.EXPORT, viewer.actor());
            part.items()
                    .forEach(row -> csv.writeRecord(
                            cells(row, viewer).map(Formula::neutral).toList()));
            after = part.next();
        } while (after != null);
    }

    private Stream<String> cells(DeliveryRow row, SignedIn viewer) {
        var fate = row.fate();
        return Stream.of(
                row.reader().name(),
                row.reader().address(),
                row.language(),
                say(viewer, "campaigns.delivery.is." + fate.state()),
                reason(viewer, fate.reason()),
                fate.at()
                        .atZone(viewer.zone())
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                        .replace('T', ' '),
                row.did().stream().map(one -> say(viewer, one)).collect(Collectors.joining(", ")));
    }

    private String reason(SignedIn viewer, @Nullable String reason) {
        var key = "marketing.excluded." + reason;
        return reason == null ? "" : texts.has(key) ? say(viewer, key) : reason;
    }

    private String say(SignedIn viewer, String key) {
        return texts.say(viewer.locale(), key);
    }
}
