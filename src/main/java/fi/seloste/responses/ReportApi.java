package fi.seloste.responses;

import fi.seloste.marketing.Marketing;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The whole report of a campaign for programs: how far it has come, and what came of it. */
@RestController
@Needs(purpose = Purpose.MARKETING, whole = true)
class ReportApi {

    private final Marketing marketing;
    private final Responses responses;

    ReportApi(Marketing marketing, Responses responses) {
        this.marketing = marketing;
        this.responses = responses;
    }

    @GetMapping("/api/v1/campaigns/{id}/report")
    ReportJson report(@PathVariable UUID id) {
        return ReportJson.of(marketing.get(id), marketing.report(id), responses.of(id));
    }
}
