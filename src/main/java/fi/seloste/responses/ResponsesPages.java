package fi.seloste.responses;

import fi.seloste.marketing.Marketing;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What came of a campaign, for staff. */
@Controller
@Needs(purpose = Purpose.MARKETING, whole = true)
class ResponsesPages {

    private final Marketing marketing;
    private final Responses responses;
    private final ReportFile file;
    private final Trying trying;

    ResponsesPages(Marketing marketing, Responses responses, ReportFile file, Trying trying) {
        this.marketing = marketing;
        this.responses = responses;
        this.file = file;
        this.trying = trying;
    }

    @GetMapping("/marketing/campaigns/{id}/responses")
    ResponsesPage one(@PathVariable UUID id) {
        return new ResponsesPage(
                marketing.get(id),
                marketing.report(id),
                responses.of(id),
                trying.find(id).orElse(null));
    }

    /** Numbers that name nobody. */
    @GetMapping("/marketing/campaigns/{id}/report.csv")
    ResponseEntity<String> csv(@PathVariable UUID id, SignedIn viewer) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(file.of(marketing.get(id), marketing.report(id), responses.of(id), viewer.locale()));
    }
}
