package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        var wanted = wanted(state, q);
        var read = delivered.list(id, wanted, Paging.of(null, after), Evidence.How.LIST, viewer.actor());
        return new DeliveryListPage(
                marketing.get(id),
                marketing.report(id).numbers(),
                wanted.query().code(),
                wanted.words(),
                read);
    }

    /** What the list shows, all of it. */
    @GetMapping("/deliveries.csv")
    @Needs(purpose = Purpose.MARKETING, action = Action.EXPORT, whole = true)
    void csv(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String q,
            SignedIn viewer,
            HttpServletResponse response)
            throws IOException {
        var wanted = wanted(state, q);
        delivered.taken(id, viewer.actor());
        file.send(id, wanted, viewer, response);
    }

    private static Delivered.Wanted wanted(@Nullable String state, String q) {
        return new Delivered.Wanted(DeliveryQuery.of(state), Length.LINE.checked("q", q.strip()));
    }
}
