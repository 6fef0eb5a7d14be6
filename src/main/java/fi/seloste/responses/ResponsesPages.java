package fi.seloste.responses;

import fi.seloste.marketing.Marketing;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What came of a campaign, for staff. */
@Controller
@Needs(purpose = Purpose.MARKETING, whole = true)
class ResponsesPages {

    private final Marketing marketing;
    private final Responses responses;

    ResponsesPages(Marketing marketing, Responses responses) {
        this.marketing = marketing;
        this.responses = responses;
    }

    @GetMapping("/marketing/campaigns/{id}/responses")
    ResponsesPage one(@PathVariable UUID id) {
        return new ResponsesPage(marketing.get(id), marketing.report(id), responses.of(id));
    }
}
