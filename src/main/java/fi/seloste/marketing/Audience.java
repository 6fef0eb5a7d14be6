package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.util.UUID;

/** People whom a campaign may be sent to, as what they have in common. Who they are is found anew until a campaign starts. */
public record Audience(UUID id, int version, String name, Criteria criteria, Instant changedAt) {

    static String named(String name) {
        var stripped = Length.NAME.checked("name", name.strip());
        if (stripped.isEmpty()) {
            throw Problem.invalid("name", "marketing.audience.nameMissing");
        }
        return stripped;
    }
}
