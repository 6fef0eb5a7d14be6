package fi.seloste.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of one field: what it was, what it became, when, by whom and from what source. */
public record Change(
        UUID id,
        String entity,
        UUID entityId,
        String field,
        @Nullable String oldValue,
        @Nullable String newValue,
        Instant at,
        String actorName,
        @Nullable String source) {}
