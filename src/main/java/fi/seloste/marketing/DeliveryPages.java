package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who got a campaign, as a list and as a file. */
@Controller
@RequestMapping("/marketing/campaigns/{id}")
@Needs(purpose = Purpose.MARKETING, whole = true)
class DeliveryPages {

    private final Marketing marketing;
    private final Delivered delivered;
    private final DeliveryFile file;

    DeliveryPages(Marketing marketing, Delivered delivered, DeliveryFile file) {
        this.marketing = marketing;
        this.delivered = delivered;
        this.file = file;
    }

    @GetMapping("/deliveries")
    DeliveryListPage list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            SignedIn viewer) {
        var query = DeliveryQuery.of(state);
        var words = Length.LINE.checked("q", q.strip());
        var read = words.isEmpty()
                ? delivered.list(id, query, Paging.of(null, after), Evidence.How.LIST, viewer.actor())
                : Paged.whole(delivered.find(id, words, viewer.actor()));
        return new DeliveryListPage(marketing.get(id), marketing.report(id).numbers(), query.code(), words, read);
    }

    @GetMapping("/deliveries.csv")
    @Needs(purpose = Purpose.MARKETING, action = Action.EXPORT, whole = true)
    void csv(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            SignedIn viewer,
            HttpServletResponse response)
            throws IOException {
        var query = DeliveryQuery.of(state);
        delivered.taken(id, viewer.actor());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"deliveries.csv\"");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            file.write(id, query, viewer, out);
        }
    }
}
