package fi.seloste.marketing;

import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.intake.CsvFile;
import fi.seloste.staff.SignedIn;
import fi.seloste.ui.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who got a campaign as a spreadsheet reads it. Rows are read by parts, and the consultation of each part is committed before it leaves. */
@Component
class DeliveryFile {

    private static final List<String> COLUMNS = List.of("name", "address", "language", "state", "reason", "at", "did");

    private final Delivered delivered;
    private final Texts texts;

    DeliveryFile(Delivered delivered, Texts texts) {
        this.delivered = delivered;
        this.texts = texts;
    }

    void send(UUID campaign, Delivered.Wanted wanted, SignedIn viewer, HttpServletResponse response)
            throws IOException {
        var headings = COLUMNS.stream()
                .map(one -> say(viewer, "campaigns.column." + one))
                .toList();
        var parts = new CsvFile.Parts<DeliveryRow>(
                after -> delivered.list(
                        campaign, wanted, new Paging(Paging.MOST, after), Evidence.How.EXPORT, viewer.actor()),
                row -> cells(row, viewer),
                say(viewer, "campaigns.csv.notWhole"));
        CsvFile.send(response, "deliveries.csv", headings, parts);
    }

    private List<String> cells(DeliveryRow row, SignedIn viewer) {
        var fate = row.fate();
        return List.of(
                row.reader().name(),
                row.reader().address(),
                row.language(),
                say(viewer, "campaigns.delivery.is." + fate.state()),
                reason(viewer, fate.reason()),
                fate.held() ? "" : minute(fate.at(), viewer),
                row.did().stream().map(one -> say(viewer, one)).collect(Collectors.joining(", ")));
    }

    private static String minute(Instant at, SignedIn viewer) {
        return at.atZone(viewer.zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }

    private String reason(SignedIn viewer, @Nullable String reason) {
        var key = "marketing.excluded." + reason;
        return reason == null ? "" : texts.has(key) ? say(viewer, key) : reason;
    }

    private String say(SignedIn viewer, String key) {
        return texts.say(viewer.locale(), key);
    }
}
