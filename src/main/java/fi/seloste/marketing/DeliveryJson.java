package fi.seloste.marketing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message of a campaign to somebody, as programs read it. */
@Schema(name = "CampaignDelivery")
record DeliveryJson(
        UUID id,
        UUID person,
        String name,
        String address,
        String language,
        String state,
        @Nullable String reason,
        @Nullable Instant at,
        boolean uncertain,
        List<String> did) {

    static DeliveryJson of(DeliveryRow row) {
        return new DeliveryJson(
                row.id(),
                row.reader().person().value(),
                row.reader().name(),
                row.reader().address(),
                row.language(),
                row.fate().state(),
                row.fate().reason(),
                row.fate().knownAt(),
                row.fate().uncertain(),
                row.did().stream()
                        .map(key -> key.substring(key.lastIndexOf('.') + 1))
                        .toList());
    }
}
