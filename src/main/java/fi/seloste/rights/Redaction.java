package fi.seloste.rights;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A field that concerns somebody else (Art. 15(4)): marked, then left out or released. */
public record Redaction(
        UUID redactionId,
        String place,
        String rowKey,
        String field,
        String state,
        @Nullable String reason) {}
