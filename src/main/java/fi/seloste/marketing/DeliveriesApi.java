package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who got a campaign, for programs. */
@RestController
@Needs(purpose = Purpose.MARKETING, whole = true)
class DeliveriesApi {

    private final Delivered delivered;

    DeliveriesApi(Delivered delivered) {
        this.delivered = delivered;
    }

    @GetMapping("/api/v1/campaigns/{id}/deliveries")
    Paged<DeliveryJson> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        return delivered
                .list(
                        id,
                        Delivered.Wanted.all(DeliveryQuery.of(state)),
                        Paging.of(limit, after),
                        Evidence.How.API,
                        actor)
                .map(DeliveryJson::of);
    }
}
