package fi.seloste.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message to the privacy address as programs see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Arrival")
record ArrivalJson(
        UUID id,
        String state,
        @Nullable String from,
        @Nullable String name,
        String subject,
        String text,
        String nature,
        List<String> doubts,
        Instant arrivedAt,
        LocalDate receivedOn,
        LocalDate dueOn,
        List<Attached> attachments,
        List<UUID> candidates,
        @Nullable Guessed guess,
        @Nullable UUID request) {

    /** A file that hangs on it, or on a request. */
    @Schema(name = "AttachedFile")
    record Attached(UUID id, String name, String mediaType, long bytes) {}

    /** What its words suggest, and which words. */
    @Schema(name = "Guess")
    record Guessed(String right, List<String> words) {}
}
