package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message to somebody whom marketing sees: where it went, what became of it and when, and as keys of texts what its reader did, where that may be known. */
public record DeliveryRow(UUID id, Reader reader, String language, Fate fate, List<String> did) {

    public record Reader(PersonId person, String name, String address) {}

    /**
     * {@code at} is when it left, or for one that has not when it may; one that is uncertain may have arrived twice. One that is held waits for a decision, and no time
     * is known.
     */
    public record Fate(String state, @Nullable String reason, Instant at, boolean uncertain, boolean held) {

        public @Nullable Instant knownAt() {
            return held ? null : at;
        }
    }

    DeliveryRow with(List<String> known) {
        return new DeliveryRow(id, reader, language, fate, known);
    }
}
